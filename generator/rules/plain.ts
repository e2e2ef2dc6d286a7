import { allOrNone } from "./all-or-none.js";
import { atLeastOne } from "./at-least-one.js";
import { atMostOne } from "./at-most-one.js";
import { exactlyOne } from "./exactly-one.js";
import { forbids } from "./forbids.js";
import { notAll } from "./not-all.js";
import { requires } from "./requires.js";
import type { RuleKind, RuleOf } from "./rule.js";

/** Rules that can stand under a `when`. */
export const plainKinds = { atLeastOne, exactlyOne, atMostOne, allOrNone, requires, forbids, notAll } as const;

export type Plain = RuleOf<(typeof plainKinds)[keyof typeof plainKinds]>;

/** The kind of a rule, typed so that it takes the rule itself. */
export const plainKind = <One extends Plain>(rule: One): RuleKind<One> =>
  // the registry is keyed by the kinds of exactly these rules
  plainKinds[rule.kind] as unknown as RuleKind<One>;

/** Is the rule about which fields are there, and nothing else? */
export const isPlain = (rule: { readonly kind: string }): rule is Plain => Object.hasOwn(plainKinds, rule.kind);
