import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { type GeneratedFile } from "../../generator/generate-package.js";
import { generateWith } from "../../generator/generate.js";
import type { Contract, NamedSchema } from "../../generator/model/contract.js";
import { readSpec } from "../../generator/read-spec.js";
import { type AllTools, loadTools } from "../../generator/tools.js";

/** What the real pipeline makes of a description, with the model that it was made of. */
export interface GeneratedPackage {
  readonly files: readonly GeneratedFile[];
  readonly contract: Contract;
  readonly diagnostics: readonly string[];
  /** The first schema of the description. */
  readonly subject: NamedSchema;
}

export type Generate = (input: string) => Promise<GeneratedPackage>;

const told = (diagnostics: readonly Diagnostic[]): string => diagnostics.map(({ code, message }) => `${code} ${message}`).join("; ");

const contractOf = (input: string): Contract => {
  const { contract, diagnostics } = readSpec(input, process.cwd());
  if (contract === undefined)
    throw new Error(`${input} has errors: ${told(diagnostics)}`);
  return contract;
};

const generateOne = async (input: string, tools: AllTools): Promise<GeneratedPackage> => {
  const contract = contractOf(input);
  const [subject] = contract.schemas;
  if (subject === undefined) throw new Error(`${input} has no schema`);
  const { files, diagnostics } = await generateWith({ input, name: "fixture" }, async () => tools);
  if (files.length === 0) throw new Error(`nothing was generated for ${input}: ${told(diagnostics)}`);
  return { files, contract, subject, diagnostics: diagnostics.map(({ code }) => code) };
};

/** The pipeline with its tools loaded once, which is most of the time that one description takes. */
export const loadGenerate = async (): Promise<{ readonly generate: Generate; readonly tools: AllTools }> => {
  const tools = await loadTools();
  return { generate: (input) => generateOne(input, tools), tools };
};
