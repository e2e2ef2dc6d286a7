import { createRequire } from "node:module";
import type * as Oxc from "oxc-transform";

/** What becomes of one module of `src/`: JavaScript, declarations, and maps back to the source for both. */
export interface Transpiled {
  readonly js: string;
  readonly jsMap: string;
  readonly declarations: string;
  readonly declarationsMap: string;
}

/** `source` is the path of the source as maps tell it. */
export type Transpile = (fileName: string, text: string, source: string) => Transpiled;

const failed = (fileName: string, errors: readonly Oxc.OxcError[]): void => {
  const [first] = errors;
  if (first !== undefined) throw new Error(`generated code does not compile: ${fileName}: ${first.message}`);
};

const linked = (code: string, mapName: string): string => `${code.trimEnd()}\n//# sourceMappingURL=${mapName}\n`;

/** The source stands beside the map in the package, so its text is not repeated. */
const mapText = (map: Oxc.SourceMap | undefined, source: string): string => JSON.stringify({ ...map, sources: [source], sourcesContent: undefined });

/**
 * Compiles module by module, without types: generated code keeps to `isolatedDeclarations`, so nothing has to be
 * inferred across modules. oxc takes two milliseconds for a file that costs TypeScript fifty.
 */
export const loadTranspile = (): Transpile => {
  let loaded: typeof Oxc | undefined;
  return (fileName, text, source) => {
    loaded ??= createRequire(import.meta.url)("oxc-transform") as typeof Oxc;
    const script = loaded.transformSync(fileName, text, {
      sourcemap: true,
      target: "es2022",
      typescript: { onlyRemoveTypeImports: true, declaration: {} },
    });
    failed(fileName, script.errors);
    const base = fileName.replace(/\.ts$/, "");
    return {
      js: linked(script.code, `${base}.js.map`),
      jsMap: mapText(script.map, source),
      declarations: linked(script.declaration ?? "", `${base}.d.ts.map`),
      declarationsMap: mapText(script.declarationMap, source),
    };
  };
};

/** Takes the types out of a text, at once: whoever compiles in process does not want to wait. */
export const loadStrip = (sourceType: "script" | "module" = "script"): ((text: string) => string) => {
  const { transformSync } = createRequire(import.meta.url)("oxc-transform") as typeof Oxc;
  return (text) => {
    const { code, errors } = transformSync("script.ts", text, {
      sourceType,
      target: "es2022",
      typescript: { onlyRemoveTypeImports: true },
    });
    failed("script.ts", errors);
    return code;
  };
};
