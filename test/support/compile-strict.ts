import ts from "typescript";

/** Text of each file, by its absolute path. */
export type Files = ReadonlyMap<string, string>;

/** One thing that the compiler says. */
export interface CompilerMessage {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** The settings that generated code is promised to compile under (design, section 2). */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  noEmit: true,
};

const hostOf = (files: Files): ts.CompilerHost => {
  const host = ts.createCompilerHost(options);
  const readFile = (name: string): string | undefined => files.get(name) ?? host.readFile(name);
  return {
    ...host,
    fileExists: (name) => files.has(name) || host.fileExists(name),
    directoryExists: (name) => [...files.keys()].some((file) => file.startsWith(`${name}/`)) || host.directoryExists?.(name) === true,
    readFile,
    getSourceFile: (name, languageVersion) => {
      const text = readFile(name);
      return text === undefined ? undefined : ts.createSourceFile(name, text, languageVersion);
    },
  };
};

const messageOf = ({ file, start, code, messageText }: ts.Diagnostic): CompilerMessage => ({
  file: file?.fileName ?? "",
  line: file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1,
  text: `TS${code} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
});

/** What TypeScript 5.9 says of the files, all in one program: the standard library is most of the work. */
export const compileStrict = (files: Files): readonly CompilerMessage[] => {
  const roots = [...files.keys()].filter((path) => path.endsWith(".ts"));
  return ts.getPreEmitDiagnostics(ts.createProgram(roots, options, hostOf(files))).map(messageOf);
};
