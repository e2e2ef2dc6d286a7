import { mkdtempSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import type { Modules } from "./emit.js";

const templates = fileURLToPath(new URL("../../../templates/", import.meta.url));

const write = (folder: string, path: string, text: string): void => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** The modules with the run time beside them, in a folder of their own. */
const packageOf = (modules: Modules): string => {
  const folder = mkdtempSync(join(tmpdir(), "openapi-sieve-filters-"));
  for (const path of readdirSync(templates, { recursive: true, encoding: "utf8" }))
    if (path.endsWith(".ts")) write(folder, join("runtime", path), readFileSync(join(templates, path), "utf8"));
  for (const [path, text] of modules) write(folder, `${path}.ts`, text);
  write(folder, "package.json", '{ "type": "module" }');
  return folder;
};

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  noEmit: true,
};

/** Parsing the standard library is most of the work, and the same each time. */
const parsed = new Map<string, ts.SourceFile | undefined>();

const createHost = (): ts.CompilerHost => {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    getSourceFile: (name, ...others) => {
      if (!name.includes("/lib.")) return host.getSourceFile(name, ...others);
      if (!parsed.has(name)) parsed.set(name, host.getSourceFile(name, ...others));
      return parsed.get(name);
    },
  };
};

/** What the compiler says of the modules, in strict mode: `path:line code message`. */
export const compile = (modules: Modules): readonly string[] => {
  const folder = packageOf(modules);
  const files = [...modules.keys()].map((path) => join(folder, `${path}.ts`));
  const program = ts.createProgram(files, options, createHost());
  return ts.getPreEmitDiagnostics(program).map(({ file, start, code, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
    const path = file?.fileName.slice(folder.length + 1) ?? "";
    return `${path}:${line} TS${code} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
};

/** The functions of one module, run as generated. */
export const run = async (
  modules: Modules,
  path: string,
): Promise<Readonly<Record<string, (...values: readonly unknown[]) => unknown>>> => {
  const folder = packageOf(modules);
  const outfile = join(folder, "bundle.mjs");
  await build({ entryPoints: [join(folder, `${path}.ts`)], outfile, bundle: true, format: "esm", logLevel: "silent" });
  return import(/* @vite-ignore */ pathToFileURL(outfile).href);
};
