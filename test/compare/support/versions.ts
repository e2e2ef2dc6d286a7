import { readingOf } from "../../../generator/config/reading.js";
import type { GeneratedFile } from "../../../generator/generate-package.js";
import { generateWith } from "../../../generator/generate.js";
import type { Contract } from "../../../generator/model/contract.js";
import { readSpec } from "../../../generator/read-spec.js";
import type { SourceHost } from "../../../generator/source/source-host.js";
import type { AllTools } from "../../../generator/tools.js";
import type { Representation } from "../../../templates/client/wire/representation.js";
import { surfaceOf } from "../../../generator/surface-of.js";
import type { Surface } from "../../../generator/surface/surface.js";

const file = "description.json";

/** A description that stands on no disk. */
const inMemory =
  (description: object) =>
  (): SourceHost => ({
    readFile: (name) => (name === file ? new TextEncoder().encode(JSON.stringify(description)) : undefined),
    resolve: () => undefined,
  });

export const contractOf = (description: object): Contract => {
  const { contract, diagnostics } = readSpec(file, "/", readingOf(), { hostOver: inMemory(description) });
  if (contract === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n"));
  return contract;
};

/** The modules of the package, not laid out. */
export const packageOf = async (description: object, representation: Partial<Representation>, tools: AllTools): Promise<readonly GeneratedFile[]> => {
  const { files, diagnostics } = await generateWith({ input: file, cwd: "/", name: "things", format: false, representation, hostOver: inMemory(description) }, async () => tools);
  if (files.length === 0) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n"));
  return files;
};

export const surfaceFor = (description: object, representation: Partial<Representation> = {}): Surface => surfaceOf(contractOf(description), { representation, names: {} });
