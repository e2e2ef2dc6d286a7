import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The compilers that generated code has to please, each as npm installed it under a name of its own. */
export const compilers = { "5.9": "typescript", "6.0": "typescript-6", "7.0": "typescript-7" } as const;

export type CompilerVersion = keyof typeof compilers;

export const versions = Object.keys(compilers) as readonly CompilerVersion[];

const options = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  // the standard library is the compiler's own affair, and takes longer than all else
  skipDefaultLibCheck: true,
  declaration: true,
  noEmit: true,
};

/** Texts by the path of their file, relative to a folder. */
export type Files = Readonly<Record<string, string>>;

const write = (folder: string, files: Files): void => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
};

const runCompiler = (version: CompilerVersion, folder: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const tsc = path.join(root, "node_modules", compilers[version], "bin", "tsc");
    execFile(process.execPath, [tsc, "-p", ".", "--pretty", "false"], { cwd: folder }, (error, stdout, stderr) => {
      // 1 and 2 say that there are errors, and these are on standard output
      if (error === null || stdout !== "") resolve(stdout);
      else reject(new Error(stderr, { cause: error }));
    });
  });

/**
 * What a compiler says of the files, which see the packages of this repository: `file(line,column): error TS…`, and
 * below it, indented, its reasons. Nothing when all is well.
 */
export const compile = async (
  version: CompilerVersion,
  files: Files,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), "openapi-sieve-types-"));
  try {
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    const config = { compilerOptions: { ...options, ...more }, include: ["**/*.ts"] };
    write(folder, { "package.json": '{ "type": "module" }', "tsconfig.json": JSON.stringify(config), ...files });
    return await runCompiler(version, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
