import type { GeneratedFile } from "./generate-package.js";
import type { Transpile } from "./print/transpile.js";

const mapped = (path: string, text: string, map: string): readonly GeneratedFile[] => [
  { path, text },
  { path: `${path}.map`, text: map },
];

/** withSources(map, "dist/schemas/a.js") points the map at ../../src/schemas/a.ts */
const withSources = (map: string, path: string): string => {
  const depth = path.split("/").length - 1;
  const source = `${"../".repeat(depth)}${path.replace(/^dist\//, "src/").replace(/\.(?:d\.ts|js)$/, ".ts")}`;
  return JSON.stringify({ ...JSON.parse(map), sources: [source], sourcesContent: undefined });
};

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
      const { js, jsMap, declarations, declarationsMap } = transpile(`${name}.ts`, text);
      return [
        ...mapped(`${base}.js`, js, withSources(jsMap, `${base}.js`)),
        ...mapped(`${base}.d.ts`, declarations, withSources(declarationsMap, `${base}.d.ts`)),
      ];
    });
