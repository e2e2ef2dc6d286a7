import type { Rule } from "../rules/index.js";
import type { FieldGroup } from "../rules/rule.js";

const sameGroups = (left: readonly FieldGroup[], right: readonly FieldGroup[]): boolean => {
  const keys = new Set(left.map((group) => JSON.stringify(group)));
  return keys.size === right.length && right.every((group) => keys.has(JSON.stringify(group)));
};

/** "at least one of" and "at most one of" the same fields are one rule: "exactly one of". */
export const mergeRules = (rules: readonly Rule[]): readonly Rule[] => {
  const most = rules.filter((rule) => rule.kind === "atMostOne");
  const merged = new Map<Rule, Rule>();
  for (const rule of rules) {
    if (rule.kind !== "atLeastOne") continue;
    const twin = most.find((other) => sameGroups(rule.groups, other.groups));
    if (twin !== undefined) {
      merged.set(rule, { ...rule, kind: "exactlyOne" });
      merged.set(twin, rule);
    }
  }
  return rules.flatMap((rule) => {
    const replacement = merged.get(rule);
    if (replacement === undefined) return [rule];
    return replacement.kind === "exactlyOne" ? [replacement] : [];
  });
};
