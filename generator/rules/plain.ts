import { allOrNone, type AllOrNone } from "./all-or-none.js";
import { type AtLeastOne, atLeastOne } from "./at-least-one.js";
import { type AtMostOne, atMostOne } from "./at-most-one.js";
import { type ExactlyOne, exactlyOne } from "./exactly-one.js";
import { type Forbids, forbids } from "./forbids.js";
import { type NotAll, notAll } from "./not-all.js";
import { type Requires, requires } from "./requires.js";
import type { RuleKind } from "./rule.js";

/** Rules that can stand under a `when`. */
export const plainKinds = { atLeastOne, exactlyOne, atMostOne, allOrNone, requires, forbids, notAll } as const;

export type Plain = AtLeastOne | ExactlyOne | AtMostOne | AllOrNone | Requires | Forbids | NotAll;

/** The kind of a rule, typed so that it takes the rule itself. */
export const plainKind = <One extends Plain>(rule: One): RuleKind<One> =>
  // the registry is keyed by the kinds of exactly these rules
  plainKinds[rule.kind] as unknown as RuleKind<One>;
