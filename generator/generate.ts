import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { buildPackage } from "./build-package.js";
import { type GeneratedFile, generatePackage } from "./generate-package.js";
import { kebabCase } from "./plan/words.js";
import type { Locate } from "./diagnostics/render.js";
import { once } from "./once.js";
import { type AllTools, loadTools } from "./tools.js";

export interface GenerateOptions {
  /** Path of the description. */
  readonly input: string;
  /** Name of the package; made of the description's title if left out. */
  readonly name?: string;
  /** Folder that `input` is relative to; the working directory if left out. */
  readonly cwd?: string;
  /** Also make `dist/`: JavaScript, declarations and maps. */
  readonly build?: boolean;
  /** Warnings are errors. */
  readonly strict?: boolean;
}

export interface GenerateResult {
  /** The files of the package, paths relative to its folder; none where the description has errors. */
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where a diagnostic stands in its file. */
  readonly locate: Locate;
  /** Every file that was read, the description first, with its text. */
  readonly inputs: readonly { readonly path: string; readonly text: string }[];
}

const isFatal = (diagnostics: readonly Diagnostic[], strict: boolean): boolean =>
  diagnostics.some(({ severity }) => severity === "error" || (strict && severity === "warning"));

/** The package of one description, in memory. Nothing is written. */
export const generateWith = async (options: GenerateOptions, load: () => Promise<AllTools>): Promise<GenerateResult> => {
  // the parser is only loaded where something is read, which a run with nothing to do never does
  const { readSpec } = await import("./read-spec.js");
  const { contract, diagnostics, ...found } = readSpec(options.input, options.cwd ?? process.cwd());
  const strict = options.strict === true;
  if (contract === undefined || isFatal(diagnostics, strict)) return { ...found, files: [], diagnostics };
  const tools = await load();
  const made = await generatePackage(contract, options.name ?? kebabCase(contract.title, "api"), tools);
  const all = [...diagnostics, ...made.diagnostics];
  if (made.files.length === 0 || isFatal(made.diagnostics, strict)) return { ...found, files: [], diagnostics: all };
  const built = options.build === true ? buildPackage(made.files, tools.transpile) : [];
  return { ...found, files: [...made.files, ...built], diagnostics: all };
};

/** The package of one description, in memory. Nothing is written; errors of the description are among the diagnostics. */
export const generate = async (options: GenerateOptions): Promise<GenerateResult> => {
  const tools = once(loadTools);
  try {
    return await generateWith(options, tools.get);
  } finally {
    await tools.close();
  }
};
