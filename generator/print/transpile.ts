import type { Morph } from "./morph.js";

/** What becomes of one module of `src/`: JavaScript, declarations, and maps back to the source for both. */
export interface Transpiled {
  readonly js: string;
  readonly jsMap: string;
  readonly declarations: string;
  readonly declarationsMap: string;
}

/**
 * Compiles module by module, without types: generated code keeps to `isolatedDeclarations`, so nothing has to be
 * inferred across modules.
 */
export const createTranspiler = ({ ts }: Morph): ((fileName: string, text: string) => Transpiled) => {
  const shared = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    isolatedDeclarations: true,
    declaration: true,
    declarationMap: true,
    sourceMap: true,
    newLine: ts.NewLineKind.LineFeed,
  };
  return (fileName, text) => {
    const script = ts.transpileModule(text, { fileName, compilerOptions: shared });
    const declarations = ts.transpileDeclaration(text, { fileName, compilerOptions: shared });
    return {
      js: script.outputText,
      jsMap: script.sourceMapText ?? "",
      declarations: declarations.outputText,
      declarationsMap: declarations.sourceMapText ?? "",
    };
  };
};
