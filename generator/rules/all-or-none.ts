import { code, join } from "../code/code.js";
import { literal } from "../code/literal.js";
import { fail } from "../keywords/runtime.js";
import { conjunction, groupSet, isSet, noneBut, setTest } from "./fields.js";
import { closedGroupsOf, dependenciesOf } from "./dependency.js";
import type { Owner, Recognised } from "./owner.js";
import type { FieldGroup, RuleBase, RuleKind } from "./rule.js";

export interface AllOrNone extends RuleBase {
  readonly kind: "allOrNone";
  readonly group: FieldGroup;
}

const names = (rule: AllOrNone): readonly string[] => rule.group.map((field) => field.name);

const sentence = (rule: AllOrNone): string => `${conjunction(names(rule))} must be set together`;

/** Dependencies in which every field of a group needs exactly all others. */
const recognise = (owner: Owner): readonly Recognised<AllOrNone>[] =>
  closedGroupsOf(dependenciesOf(owner)).map((dependencies) => ({
    rule: {
      kind: "allOrNone",
      pointer: dependencies[0]?.pointer ?? "",
      places: dependencies.flatMap(({ places }) => places),
      group: dependencies.map(({ field }) => field),
    },
    consumed: dependencies.map(({ pointer }) => pointer),
  }));

export const allOrNone: RuleKind<AllOrNone> = {
  kind: "allOrNone",
  recognise,
  sentence,
  fields: names,
  alternatives: ({ group }) => [
    groupSet(group),
    ...noneBut(
      group.map((field) => [field]),
      undefined,
    ),
  ],
  test: ({ group }, value, emit) => {
    const [first = code`true`, ...others] = group.map((field) => setTest(field, value, emit));
    return join(
      others.map((other) => code`(${first}) === (${other})`),
      " && ",
    );
  },
  fail: (rule) => fail("failAllOrNone", literal(sentence(rule)), literal(names(rule))),
  holds: ({ group }, value) => new Set(group.map((field) => isSet(field, value))).size <= 1,
};
