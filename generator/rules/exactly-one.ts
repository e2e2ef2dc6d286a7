import { code } from "../code/code.js";
import { literal } from "../code/literal.js";
import { fail } from "../keywords/runtime.js";
import { branchPlaces } from "./field-places.js";
import { countOf, described, groupSet, groupTests, isGroupSet, namesOf, noneBut, pairsUnset } from "./fields.js";
import { exclusiveGroupsOf } from "./exclusive-branches.js";
import { groupsOf, inEachPart, type Owner, type Recognised } from "./owner.js";
import type { FieldGroup, RuleBase, RuleKind } from "./rule.js";

export interface ExactlyOne extends RuleBase {
  readonly kind: "exactlyOne";
  readonly groups: readonly FieldGroup[];
}

const sentence = ({ groups }: ExactlyOne): string => `exactly one of ${described(groups)} is required`;

/** `oneOf: [{ required: [a] }, { required: [b] }]`, and branches that each forbid the fields of all others. */
const recognise = (owner: Owner): readonly Recognised<ExactlyOne>[] =>
  ["oneOf", "anyOf"].flatMap((keyword) =>
    inEachPart(owner, keyword, (value, pointer) => {
      // every branch holds for a value that is no object, so a rule would say something else of it
      if (!owner.onlyObjects) return [];
      const groups = (keyword === "oneOf" ? groupsOf(value, owner) : undefined) ?? exclusiveGroupsOf(value, owner)?.groups;
      if (groups === undefined || exclusiveGroupsOf(value, owner)?.orNone === true) return [];
      return [{ rule: { kind: "exactlyOne", pointer, places: branchPlaces(value, pointer), groups }, consumed: [pointer] }];
    }),
  );

export const exactlyOne: RuleKind<ExactlyOne> = {
  kind: "exactlyOne",
  recognise,
  sentence,
  fields: (rule) => namesOf(rule.groups),
  *alternatives({ groups }) {
    for (const [index, group] of groups.entries()) yield* noneBut(groups, index, groupSet(group));
  },
  clauses: ({ groups }) => [groups.map(groupSet), ...pairsUnset(groups)],
  test: (rule, value, emit) => code`${countOf(groupTests(rule.groups, value, emit))} === 1`,
  fail: (rule) => fail("failExactlyOne", literal(sentence(rule)), literal(namesOf(rule.groups))),
  holds: (rule, value) => rule.groups.filter((group) => isGroupSet(group, value)).length === 1,
};
