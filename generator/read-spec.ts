import { checks } from "./check/index.js";
import { createCollector } from "./diagnostics/collector.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { createFileHost, displayPath } from "./file-host.js";
import type { Contract } from "./model/contract.js";
import { readContract } from "./model/read-contract.js";
import type { SpecDocument } from "./source/document.js";
import { loadDocument } from "./source/load-document.js";
import path from "node:path";

/** A description that was read, with all that was found in it. */
export interface ReadSpec {
  /** Undefined where the text could not be read as a document at all. */
  readonly document: SpecDocument | undefined;
  /** Undefined where there is no document, or where it has errors. */
  readonly contract: Contract | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** load → resolve → model → check. */
export const readSpec = (input: string, cwd: string): ReadSpec => {
  const collector = createCollector();
  const entry = displayPath(path.resolve(cwd, input), cwd);
  const document = loadDocument(entry, createFileHost(cwd, entry), collector.report);
  if (document === undefined || collector.hasErrors())
    return { document, contract: undefined, diagnostics: collector.diagnostics() };
  const contract = readContract(document, collector.report);
  for (const check of checks) check(contract, collector.report);
  return { document, contract: collector.hasErrors() ? undefined : contract, diagnostics: collector.diagnostics() };
};
