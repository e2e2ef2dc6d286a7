import { parse } from "yaml";
import { type Collector, createCollector } from "../../../generator/diagnostics/collector.js";
import type { Contract } from "../../../generator/model/contract.js";
import { readContract } from "../../../generator/model/read-contract.js";
import type { SourceObject } from "../../../generator/source/value.js";

/** YAML as the loader gives it, without positions. */
export const documentOf = (text: string): SourceObject => parse(text, { mapAsMap: true }) as SourceObject;

export interface Read {
  readonly contract: Contract;
  /** `code pointer: message` of each diagnostic. */
  readonly diagnostics: readonly string[];
}

const shown = ({ diagnostics }: Collector): readonly string[] =>
  diagnostics().map(({ code, message, target, hint }) =>
    [`${code} ${target?.pointer ?? ""}: ${message}`, ...(hint === undefined ? [] : [hint])].join("; "),
  );

export const contractOf = (root: SourceObject): Read => {
  const collector = createCollector();
  const contract = readContract(root, collector.report);
  return { contract, diagnostics: shown(collector) };
};
