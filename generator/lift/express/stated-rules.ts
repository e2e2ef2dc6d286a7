import type { Contract } from "../../model/contract.js";
import { ruleStatements } from "../../rules/rule-statement.js";
import { oncePer } from "../once-per.js";
import type { Pointer } from "../../source/pointer.js";

/** What the description says already in its keywords, by the place that says it, in the notation of `statementText`. */
export const statedRules = (contract: Contract): ((pointer: Pointer) => ReadonlySet<string>) => {
  const operations = new Map(contract.operations.map(({ pointer, queryRules }) => [pointer, queryRules]));
  return oncePer((pointer) => {
    const rules = [...(contract.schemaAt.get(pointer)?.rules ?? []), ...(operations.get(pointer) ?? [])];
    return new Set(rules.flatMap(ruleStatements));
  });
};
