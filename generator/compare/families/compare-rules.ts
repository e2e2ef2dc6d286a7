import type { Pointer } from "../../source/pointer.js";
import type { SurfaceRule } from "../../surface/shape.js";
import { changed, type Found, type Pair } from "../comparing.js";
import { fieldsOfRule, implies, ruleText } from "../shapes/rules.js";

type Owner = Pick<Pair, "subject" | "directions" | "beforeAt" | "afterAt">;

/** The rules of one object, with the fields that it requires anyway. */
export interface RuleSet {
  readonly rules: readonly SurfaceRule[];
  readonly required: ReadonlySet<string>;
}

const overlap = (left: SurfaceRule, right: SurfaceRule): number => {
  const fields = new Set(fieldsOfRule(right));
  const shared = fieldsOfRule(left).filter((field) => fields.has(field)).length;
  return shared === 0 ? 0 : shared + (left.rule.kind === right.rule.kind ? 0.5 : 0);
};

/** Rules that came in place of others: those that speak of the same fields, the nearest first. */
const pairsOf = (gone: readonly SurfaceRule[], come: readonly SurfaceRule[]): readonly (readonly [SurfaceRule | undefined, SurfaceRule | undefined])[] => {
  const left = new Set(gone);
  const pairs = come.map((rule) => {
    const near = [...left].map((one) => ({ one, nearness: overlap(one, rule) })).filter(({ nearness }) => nearness > 0).sort((a, b) => b.nearness - a.nearness)[0]?.one;
    if (near !== undefined) left.delete(near);
    return [near, rule] as const;
  });
  return [...pairs, ...[...left].map((rule) => [rule, undefined] as const)];
};

const spot = (rule: SurfaceRule | undefined, owner: Pointer): { readonly pointer: Pointer } => ({ pointer: rule?.at ?? owner });

/** What became of the rules between fields. A rule that follows from the others, in other words or by what is required, is no change. */
export const compareRules = (before: RuleSet, after: RuleSet, { subject, directions, beforeAt, afterAt }: Owner): readonly Found[] => {
  const kept = new Set(before.rules.map(ruleText));
  const still = new Set(after.rules.map(ruleText));
  const gone = before.rules.filter((rule) => !still.has(ruleText(rule)));
  const come = after.rules.filter((rule) => !kept.has(ruleText(rule)));
  /** Did it follow from what held before, does it follow from what holds now? */
  const isNew = (rule: SurfaceRule): boolean => !implies(before.rules, before.required, rule);
  const isLost = (rule: SurfaceRule): boolean => !implies(after.rules, after.required, rule);
  return pairsOf(gone, come).flatMap(([old, now]): readonly Found[] => {
    const tighter = now !== undefined && isNew(now);
    const looser = old !== undefined && isLost(old);
    if (!tighter && !looser) return [];
    const common = { subject, directions, before: spot(old, beforeAt), after: spot(now, afterAt) };
    if (old === undefined || now === undefined) {
      const code = old === undefined ? "rule-added" : "rule-removed";
      return [{ ...common, code, detail: (now ?? old)?.says ?? "" }];
    }
    const code = tighter && looser ? "rule-changed" : tighter ? "rule-tightened" : "rule-loosened";
    return [{ ...common, code, detail: changed(old.says, now.says) }];
  });
};
