import path from "node:path";
import { generateWith } from "../../generator/generate.js";
import type { GeneratedFile } from "../../generator/generate-package.js";
import { loadTools } from "../../generator/tools.js";
import { compileStrict } from "./compile-strict.js";
import { createShelf } from "./load-package.js";

export interface DescribedPackage {
  readonly files: readonly GeneratedFile[];
  /** `file:line severity code`, in order. */
  readonly diagnostics: readonly string[];
  readonly exported: Readonly<Record<string, unknown>>;
  /** Calls an exported function. */
  readonly call: (name: string, ...args: readonly unknown[]) => unknown;
  /** What the compiler says of the package with a module of its user, which imports it from `./index.js`. */
  readonly compile: (usage: string) => readonly string[];
  readonly clear: () => void;
}

/** The package of a description, loaded. */
export const describedPackage = async (options: { readonly input: string; readonly name: string }): Promise<DescribedPackage> => {
  const tools = await loadTools();
  const shelf = createShelf(tools.transpile);
  const { files, diagnostics } = await generateWith(options, async () => tools);
  const exported = await shelf.add(options.name, files);
  const sources = files.filter((file) => file.path.endsWith(".ts")).map((file) => [path.posix.join("/", file.path), file.text] as const);
  return {
    files,
    diagnostics: diagnostics.map(({ severity, code, message }) => `${severity} ${code} ${message}`),
    exported,
    call: (name, ...args) => (exported[name] as (...given: readonly unknown[]) => unknown)(...args),
    compile: (usage) => compileStrict(new Map([...sources, ["/src/usage.ts", usage] as const])).map(({ file, line, text }) => `${file}:${line} ${text}`),
    clear: () => shelf.clear(),
  };
};
