import { code } from "../code/code.js";
import { literal } from "../code/literal.js";
import { fail } from "../keywords/runtime.js";
import { branchPlaces } from "./field-places.js";
import { countOf, described, groupTests, isGroupSet, namesOf, noneBut, pairsUnset } from "./fields.js";
import { cliquesOf, exclusionsOf } from "./exclusion.js";
import { exclusiveGroupsOf } from "./exclusive-branches.js";
import { inEachPart, type Owner, type Recognised } from "./owner.js";
import type { FieldGroup, RuleBase, RuleKind } from "./rule.js";

export interface AtMostOne extends RuleBase {
  readonly kind: "atMostOne";
  readonly groups: readonly FieldGroup[];
}

const sentence = ({ groups }: AtMostOne): string => `at most one of ${described(groups)} is allowed`;

const fromBranches = (owner: Owner): readonly Recognised<AtMostOne>[] =>
  inEachPart(owner, "oneOf", (value, pointer) => {
    // as in exactlyOne: branches say something else of a value that is no object
    const exclusive = owner.onlyObjects ? exclusiveGroupsOf(value, owner) : undefined;
    return exclusive?.orNone === true
      ? [{ rule: { kind: "atMostOne", pointer, places: branchPlaces(value, pointer), groups: exclusive.groups }, consumed: [pointer] }]
      : [];
  });

/** `not: { required: [a, b] }` for every pair, however the pairs are written; a `oneOf` with a branch for none. */
const recognise = (owner: Owner): readonly Recognised<AtMostOne>[] => [
  ...cliquesOf(exclusionsOf(owner)).map(
    ({ groups, exclusions }): Recognised<AtMostOne> => ({
      rule: {
        kind: "atMostOne",
        pointer: exclusions[0]?.pointer ?? "",
        places: exclusions.flatMap(({ places }) => places),
        groups,
      },
      consumed: exclusions.map(({ pointer }) => pointer),
    }),
  ),
  ...fromBranches(owner),
];

export const atMostOne: RuleKind<AtMostOne> = {
  kind: "atMostOne",
  recognise,
  sentence,
  fields: (rule) => namesOf(rule.groups),
  // each alternative leaves one group free and forbids the others
  *alternatives({ groups }) {
    for (const index of groups.keys()) yield* noneBut(groups, index);
  },
  clauses: ({ groups }) => pairsUnset(groups),
  test: (rule, value, emit) => code`${countOf(groupTests(rule.groups, value, emit))} <= 1`,
  fail: (rule) => fail("failAtMostOne", literal(sentence(rule)), literal(namesOf(rule.groups))),
  holds: (rule, value) => rule.groups.filter((group) => isGroupSet(group, value)).length <= 1,
};
