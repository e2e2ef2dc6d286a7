import { isSourceArray, isSourceObject, type SourceObject } from "../source/value.js";
import type { Rule } from "./index.js";
import { ruleStatements } from "./rule-statement.js";

/** A sentence of the description that a rule was lifted from (`x-evidence`). */
export interface Evidence {
  /** The rule, in the notation of `ruleStatements`. */
  readonly statement: string;
  readonly sentence: string;
  readonly confidence?: string;
}

/** The `x-evidence` of an object: a list; what is not of its shape is left out. */
export const readEvidence = (source: SourceObject): readonly Evidence[] => {
  const listed = source.get("x-evidence");
  if (!isSourceArray(listed)) return [];
  return listed.flatMap((one): readonly Evidence[] => {
    if (!isSourceObject(one)) return [];
    const [statement, sentence, confidence] = [one.get("statement"), one.get("sentence"), one.get("confidence")];
    if (typeof statement !== "string" || typeof sentence !== "string") return [];
    return [{ statement, sentence, ...(typeof confidence === "string" && { confidence }) }];
  });
};

/** The sentences that state a rule, each once. */
export const evidenceFor = (rule: Rule, evidence: readonly Evidence[]): readonly Evidence[] => {
  if (evidence.length === 0) return [];
  const statements = new Set(ruleStatements(rule));
  return evidence.filter(({ statement, sentence }, index) => statements.has(statement) && evidence.findIndex((other) => other.sentence === sentence && other.statement === statement) === index);
};
