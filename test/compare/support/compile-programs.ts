import { posix } from "node:path";
import ts from "typescript";
import type { GeneratedFile } from "../../../generator/generate-package.js";

/** A program of somebody who uses a package. */
export interface Usage {
  readonly name: string;
  readonly files: readonly GeneratedFile[];
  readonly text: string;
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitReturns: true,
  skipLibCheck: true,
  noEmit: true,
};

const imported = 'import * as api from "./src/index.js";\n';

/** A package without operations has no client. */
const headOf = (text: string): string => (/\bclient\b/.test(text) ? `${imported}declare const client: ReturnType<typeof api.createClient>;\n` : imported);

const runtime = /^src\/runtime\//;

/** Each package below a folder of its own; the run time, which is the same for all, once. */
const placeOf = (folder: string, file: string): string => (runtime.test(file) ? `/shared/${file}` : `/${folder}/${file}`);

/** "/row/src/schemas/../runtime/check" ~> "/shared/src/runtime/check.ts" */
const resolved = (specifier: string, from: string): string => {
  const target = posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
  return target.replace(/^\/[^/]+\/(?=src\/runtime\/)/, "/shared/");
};

/**
 * What the compiler says of each program, by its name: all in one program, since the standard library and the run time are most of
 * the work. Only the programs are checked; that packages compile is shown elsewhere.
 */
export const compileProgramsOf = (usages: readonly Usage[]): ReadonlyMap<string, readonly string[]> => {
  const texts = new Map<string, string>();
  const roots = new Map<string, string>();
  for (const [index, { name, files, text }] of usages.entries()) {
    const folder = `row-${index}`;
    for (const file of files) if (file.path.endsWith(".ts")) texts.set(placeOf(folder, file.path), file.text);
    const root = `/${folder}/usage.ts`;
    texts.set(root, `${headOf(text)}${text}\nexport {};\n`);
    roots.set(name, root);
  }
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([...roots.values()], options, {
    ...host,
    fileExists: (name) => texts.has(name) || host.fileExists(name),
    readFile: (name) => texts.get(name) ?? host.readFile(name),
    getSourceFile: (name, settings) => {
      const text = texts.get(name);
      return text === undefined ? host.getSourceFile(name, settings) : ts.createSourceFile(name, text, settings);
    },
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const file = resolved(text, from);
        return { resolvedModule: texts.has(file) ? { resolvedFileName: file, extension: ".ts" } : undefined };
      }),
  });
  return new Map(
    [...roots].map(([name, root]) => {
      const source = program.getSourceFile(root);
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [name, found.map(({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`)];
    }),
  );
};
