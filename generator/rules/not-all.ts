import { code } from "../code/code.js";
import { literal } from "../code/literal.js";
import { fail } from "../keywords/runtime.js";
import { notTogetherIn } from "./exclusion.js";
import { conjunction, groupTest, groupUnset, isGroupSet, namesOf } from "./fields.js";
import { inEachPart, type Owner, type Recognised } from "./owner.js";
import type { FieldGroup, RuleBase, RuleKind } from "./rule.js";

/** The fields are not all set; a single one is not set at all. Of two, the rules are `atMostOne` and `forbids`. */
export interface NotAll extends RuleBase {
  readonly kind: "notAll";
  readonly group: FieldGroup;
}

const sentence = ({ group }: NotAll): string => {
  const names = namesOf([group]);
  return names.length === 1 ? `${names.join("")} is not allowed` : `${conjunction(names)} cannot all be set`;
};

/** `not: { required: [a] }`, `not: { required: [a, b, c] }`, and either among the branches of `not: { anyOf: […] }` */
const recognise = (owner: Owner): readonly Recognised<NotAll>[] =>
  inEachPart(owner, "not", (value, pointer) =>
    notTogetherIn(value, pointer, owner)
      .filter(({ group }) => group.length !== 2)
      .map(({ group, places }) => ({ rule: { kind: "notAll", pointer, places, group }, consumed: [pointer] })),
  );

export const notAll: RuleKind<NotAll> = {
  kind: "notAll",
  recognise,
  sentence,
  fields: ({ group }) => namesOf([group]),
  alternatives: ({ group }) => groupUnset(group),
  test: ({ group }, value, emit) => code`!(${groupTest(group, value, emit)})`,
  fail: (rule) => fail("failNotAll", literal(sentence(rule)), literal(namesOf([rule.group]))),
  holds: ({ group }, value) => !isGroupSet(group, value),
};
