import { code, join } from "../code/code.js";
import { literal } from "../code/literal.js";
import { fail } from "../keywords/runtime.js";
import { distinct, groupUnset, isSet, setTest } from "./fields.js";
import { exclusionsOf, starsOf } from "./exclusion.js";
import type { Owner, Recognised } from "./owner.js";
import type { FieldGroup, RuleBase, RuleField, RuleKind } from "./rule.js";

/** When `field` is set, none of `others` is; `others` may stand together. */
export interface Forbids extends RuleBase {
  readonly kind: "forbids";
  readonly field: RuleField;
  readonly others: FieldGroup;
}

const names = ({ others }: Forbids): readonly string[] => others.map((field) => field.name);

const sentence = (rule: Forbids): string => `${rule.field.name} cannot be set together with ${names(rule).join(" or ")}`;

const fields = (rule: Forbids): readonly string[] => distinct([rule.field.name, ...names(rule)]);

/** Exclusions that do not close into "at most one": each field with those it excludes. */
const recognise = (owner: Owner): readonly Recognised<Forbids>[] =>
  starsOf(exclusionsOf(owner)).map(({ field, others, pointers, places }) => ({
    rule: { kind: "forbids", pointer: pointers[0] ?? "", places, field, others },
    consumed: pointers,
  }));

export const forbids: RuleKind<Forbids> = {
  kind: "forbids",
  recognise,
  sentence,
  fields,
  alternatives: ({ field, others }) => [...groupUnset([field]), groupUnset(others).flat()],
  test: ({ field, others }, value, emit) =>
    code`!(${setTest(field, value, emit)} && (${join(
      others.map((other) => setTest(other, value, emit)),
      " || ",
    )}))`,
  fail: (rule) => fail("failForbids", literal(sentence(rule)), literal(fields(rule))),
  holds: ({ field, others }, value) => !isSet(field, value) || !others.some((other) => isSet(other, value)),
};
