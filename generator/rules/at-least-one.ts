import { join } from "../code/code.js";
import { literal } from "../code/literal.js";
import { fail } from "../keywords/runtime.js";
import { branchPlaces } from "./field-places.js";
import { conjunction, described, be, groupSet, groupTests, isGroupSet, namesOf } from "./fields.js";
import { groupsOf, inEachPart, type Owner, type Recognised } from "./owner.js";
import type { FieldGroup, RuleBase, RuleKind } from "./rule.js";

export interface AtLeastOne extends RuleBase {
  readonly kind: "atLeastOne";
  readonly groups: readonly FieldGroup[];
}

/** With a single group it says that the group is required (inside a `when`). */
const sentence = ({ groups }: AtLeastOne): string => {
  const names = namesOf(groups);
  return groups.length === 1
    ? `${conjunction(names)} ${be(names)} required`
    : `at least one of ${described(groups)} is required`;
};

/** `minProperties: 1` of a closed object says that one of its fields is set. */
const fromMinProperties = (owner: Owner): readonly Recognised<AtLeastOne>[] => {
  const names = owner.closedFields;
  if (names === undefined || names.length < 2) return [];
  return inEachPart(owner, "minProperties", (value, pointer) =>
    value === 1
      ? [{ rule: { kind: "atLeastOne", pointer, groups: names.map((name) => [{ name, nonNull: false }]) }, consumed: [pointer] }]
      : [],
  );
};

/** `anyOf: [{ required: [a] }, { required: [b] }]` */
const recognise = (owner: Owner): readonly Recognised<AtLeastOne>[] => [
  ...inEachPart(owner, "anyOf", (value, pointer): readonly Recognised<AtLeastOne>[] => {
    const groups = groupsOf(value, owner);
    const places = branchPlaces(value, pointer);
    return groups === undefined ? [] : [{ rule: { kind: "atLeastOne", pointer, places, groups }, consumed: [pointer] }];
  }),
  ...fromMinProperties(owner),
];

export const atLeastOne: RuleKind<AtLeastOne> = {
  kind: "atLeastOne",
  recognise,
  sentence,
  fields: (rule) => namesOf(rule.groups),
  alternatives: (rule) => rule.groups.map(groupSet),
  test: (rule, value, emit) => join(groupTests(rule.groups, value, emit), " || "),
  fail: (rule) => fail("failAtLeastOne", literal(sentence(rule)), literal(namesOf(rule.groups))),
  holds: (rule, value) => rule.groups.some((group) => isGroupSet(group, value)),
};
