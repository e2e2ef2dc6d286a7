import { evidenceFor, type Evidence } from "../rules/evidence.js";
import { kindOf, type Rule } from "../rules/index.js";

/** A rule in doc comments, with the sentences of the description that it was lifted from. */
export const ruleDocs = (rule: Rule, evidence: readonly Evidence[]): string => {
  const quoted = evidenceFor(rule, evidence).map(({ sentence }) => `"${sentence}"`);
  return [`Rule: ${kindOf(rule).sentence(rule)}.`, ...(quoted.length === 0 ? [] : [`Lifted from ${quoted.join(" and ")}`])].join("\n");
};
