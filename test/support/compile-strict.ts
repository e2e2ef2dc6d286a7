import { posix } from "node:path";
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
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
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
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  skipLibCheck: true,
  noEmit: true,
};

/** "../runtime/check.js" from /a/schemas/b.ts ~> /a/runtime/check.ts */
const resolved = (specifier: string, from: string): string => posix.join(posix.dirname(from), specifier.replace(/\.js$/, ".ts"));

const hostOf = (files: Files): ts.CompilerHost => {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (name) => files.has(name) || host.fileExists(name),
    readFile: (name) => files.get(name) ?? host.readFile(name),
    getSourceFile: (name, settings) => {
      const text = files.get(name);
      return text === undefined ? host.getSourceFile(name, settings) : ts.createSourceFile(name, text, settings);
    },
    // generated modules import nothing but their neighbours, so nobody has to search the disk
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const file = resolved(text, from);
        return { resolvedModule: files.has(file) ? { resolvedFileName: file, extension: ".ts" } : undefined };
      }),
  };
};

const messageOf = ({ file, start, code, messageText }: ts.Diagnostic): CompilerMessage => ({
  file: file?.fileName ?? "",
  line: file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1,
  text: `TS${code} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
});

/** Clients need the types of a platform with `fetch`; nothing else does. */
const optionsFor = (roots: readonly string[]): ts.CompilerOptions =>
  roots.some((path) => path.includes("/runtime/client/")) ? { ...options, lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"] } : options;

/** What TypeScript 5.9 says of the files, all in one program: the standard library is most of the work. */
export const compileStrict = (files: Files): readonly CompilerMessage[] => {
  const roots = [...files.keys()].filter((path) => path.endsWith(".ts"));
  return ts.getPreEmitDiagnostics(ts.createProgram(roots, optionsFor(roots), hostOf(files))).map(messageOf);
};
