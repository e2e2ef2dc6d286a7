import { code } from "../code/code.js";
import { literal } from "../code/literal.js";
import { fail } from "../keywords/runtime.js";
import { conjunction, distinct, groupSet, groupTest, groupUnset, isGroupSet, isSet, setTest } from "./fields.js";
import { closedGroupsOf, dependenciesOf } from "./dependency.js";
import type { Owner, Recognised } from "./owner.js";
import type { FieldGroup, RuleBase, RuleField, RuleKind } from "./rule.js";

/** Directed: when `field` is set, all of `needs` are. */
export interface Requires extends RuleBase {
  readonly kind: "requires";
  readonly field: RuleField;
  readonly needs: FieldGroup;
}

const names = ({ needs }: Requires): readonly string[] => needs.map((field) => field.name);

const sentence = (rule: Requires): string => `${rule.field.name} requires ${conjunction(names(rule))}`;

const fields = (rule: Requires): readonly string[] => distinct([rule.field.name, ...names(rule)]);

/** Dependencies that do not close into "all or none". */
const recognise = (owner: Owner): readonly Recognised<Requires>[] => {
  const dependencies = dependenciesOf(owner);
  const closed = new Set(closedGroupsOf(dependencies).flat());
  return dependencies
    .filter((dependency) => !closed.has(dependency))
    .map(({ field, needs, pointer, places }) => ({
      rule: { kind: "requires", pointer, places, field, needs },
      consumed: [pointer],
    }));
};

export const requires: RuleKind<Requires> = {
  kind: "requires",
  recognise,
  sentence,
  fields,
  alternatives: ({ field, needs }) => [...groupUnset([field]), [...groupSet([field]), ...groupSet(needs)]],
  test: ({ field, needs }, value, emit) => code`!(${setTest(field, value, emit)}) || (${groupTest(needs, value, emit)})`,
  fail: (rule) => fail("failRequires", literal(sentence(rule)), literal(fields(rule))),
  holds: ({ field, needs }, value) => !isSet(field, value) || isGroupSet(needs, value),
};
