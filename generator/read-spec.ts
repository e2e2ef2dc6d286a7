import { checks } from "./check/index.js";
import { createCollector } from "./diagnostics/collector.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { asFormat, type CustomFormat } from "./formats/custom-format.js";
import { createFileHost, displayPath } from "./file-host.js";
import type { Contract } from "./model/contract.js";
import { readContract } from "./model/read-contract.js";
import type { SourceFile } from "./source/document.js";
import type { Locate } from "./diagnostics/render.js";
import { loadDocument } from "./source/load-document.js";
import path from "node:path";

/** A description that was read, with all that was found in it. */
export interface ReadSpec {
  /** Undefined where the description has errors. */
  readonly contract: Contract | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, the description first. */
  readonly inputs: readonly SourceFile[];
  readonly locate: Locate;
}

/** load → resolve → model → check. */
export const readSpec = (input: string, cwd: string, formats: readonly CustomFormat[] = []): ReadSpec => {
  const { report, diagnostics, hasErrors } = createCollector();
  const entry = displayPath(path.resolve(cwd, input), cwd);
  const { root, files: inputs, locate, dynamic, ignoredAt } = loadDocument(entry, createFileHost(cwd, entry), report);
  // a reference that leads nowhere does not hide what else is wrong
  if (root === undefined) return { contract: undefined, diagnostics: diagnostics(), inputs, locate };
  const customFormats = new Map(formats.map((format) => [format.name, asFormat(format)]));
  const contract = readContract(root, report, { dynamic, ignoredAt, customFormats });
  for (const check of checks) check(contract, report);
  return { contract: hasErrors() ? undefined : contract, diagnostics: diagnostics(), inputs, locate };
};
