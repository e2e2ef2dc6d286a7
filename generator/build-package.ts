import type { GeneratedFile } from "./generate-package.js";
import type { Transpile } from "./print/transpile.js";

const mapped = (path: string, text: string, map: string): readonly GeneratedFile[] => [
  { path, text },
  { path: `${path}.map`, text: map },
];

/** sourceFrom("src/schemas/a.ts") ~> "../../src/schemas/a.ts", as seen from dist/schemas */
const sourceFrom = (path: string): string => `${"../".repeat(path.split("/").length - 1)}${path}`;

/** `dist/` of a package: JavaScript, declarations and maps for every module of `src/`. */
export const buildPackage = (
  files: readonly GeneratedFile[],
  transpile: Transpile,
): readonly GeneratedFile[] =>
  files
    .filter(({ path }) => path.startsWith("src/") && path.endsWith(".ts"))
    .flatMap(({ path, text }) => {
      const base = path.replace(/^src\//, "dist/").replace(/\.ts$/, "");
      const name = base.slice(base.lastIndexOf("/") + 1);
      const { js, jsMap, declarations, declarationsMap } = transpile(`${name}.ts`, text, sourceFrom(path));
      return [
        ...mapped(`${base}.js`, js, jsMap),
        ...mapped(`${base}.d.ts`, declarations, declarationsMap),
      ];
    });
