import type { Former } from "./former.js";
import type { GeneratedFile } from "./generate-package.js";
import type { Transpile } from "./print/transpile.js";
import { textHash } from "./write/text-hash.js";

/** sourceFrom("src/schemas/a.ts") ~> "../../src/schemas/a.ts", as seen from dist/schemas */
const sourceFrom = (path: string): string => `${"../".repeat(path.split("/").length - 1)}${path}`;

const filesOf = (base: string): readonly string[] => [`${base}.js`, `${base}.js.map`, `${base}.d.ts`, `${base}.d.ts.map`];

/** What an earlier run built of the same source, if all of it is there. */
const takenOver = (base: string, madeOf: string, former: Former): readonly GeneratedFile[] | undefined => {
  const files: GeneratedFile[] = [];
  for (const path of filesOf(base)) {
    const text = former.text(path, madeOf);
    if (text === undefined) return undefined;
    files.push({ path, text, madeOf });
  }
  return files;
};

/** `dist/` of a package: JavaScript, declarations and maps for every module of `src/`. */
export const buildPackage = (files: readonly GeneratedFile[], transpile: Transpile, former?: Former): readonly GeneratedFile[] =>
  files
    .filter(({ path }) => path.startsWith("src/") && path.endsWith(".ts"))
    .flatMap(({ path, text }) => {
      const base = path.replace(/^src\//, "dist/").replace(/\.ts$/, "");
      const madeOf = former === undefined ? undefined : textHash(text);
      const known = madeOf === undefined || former === undefined ? undefined : takenOver(base, madeOf, former);
      if (known !== undefined) return known;
      const name = base.slice(base.lastIndexOf("/") + 1);
      const { js, jsMap, declarations, declarationsMap } = transpile(`${name}.ts`, text, sourceFrom(path));
      const texts = [js, jsMap, declarations, declarationsMap];
      return filesOf(base).map((file, index) => ({ path: file, text: texts[index] ?? "", ...(madeOf === undefined ? {} : { madeOf }) }));
    });
