import { ascending } from "./ascending.js";
import { plainKinds } from "./plain.js";
import type { RuleKind, RuleOf } from "./rule.js";
import { uniqueBy } from "./unique-by.js";
import { when } from "./when.js";

/** Every kind of rule, in the order in which generated code checks them. */
export const rules = { ...plainKinds, ascending, uniqueBy, when } as const;

export type Rule = RuleOf<(typeof rules)[keyof typeof rules]>;

/** The kind of a rule, typed so that it takes the rule itself. */
export const kindOf = <One extends Rule>(rule: One): RuleKind<One> =>
  // the registry is keyed by the kinds of exactly these rules
  rules[rule.kind] as unknown as RuleKind<One>;
