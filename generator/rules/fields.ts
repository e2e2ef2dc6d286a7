import { type Code, code, join } from "../code/code.js";
import type { JsonValue } from "../code/json-value.js";
import type { Emit } from "../keywords/keyword.js";
import { memberOf } from "../keywords/member.js";
import type { Alternative, FieldGroup, FieldState, RuleField } from "./rule.js";

export const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];

export const namesOf = (groups: readonly FieldGroup[]): readonly string[] =>
  distinct(groups.flatMap((group) => group.map((field) => field.name)));

/** listed(["a", "b", "c"]) ~> "a, b, c" */
export const listed = (names: readonly string[]): string => names.join(", ");

/** described([[city, state], [zip]]) ~> "city with state, zip" */
export const described = (groups: readonly FieldGroup[]): string =>
  listed(groups.map((group) => group.map((field) => field.name).join(" with ")));

/** conjunction(["a", "b", "c"]) ~> "a, b and c" */
export const conjunction = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;

export const be = (names: readonly string[]): string => (names.length === 1 ? "is" : "are");

export const isSet = (field: RuleField, value: JsonValue): boolean => {
  const found = memberOf(value, field.name);
  return found !== undefined && (found !== null || !field.nonNull);
};

export const isGroupSet = (group: FieldGroup, value: JsonValue): boolean => group.every((field) => isSet(field, value));

export const setTest = (field: RuleField, value: Code, emit: Emit): Code => {
  const found = emit.property(value, field.name);
  return field.nonNull ? code`${found} != null` : code`${found} !== undefined`;
};

/** groupTest([city, state], value) ~> `value["city"] !== undefined && value["state"] !== undefined` */
export const groupTest = (group: FieldGroup, value: Code, emit: Emit): Code => {
  const tests = group.map((field) => setTest(field, value, emit));
  return tests.length === 1 ? join(tests, "") : code`(${join(tests, " && ")})`;
};

export const groupTests = (groups: readonly FieldGroup[], value: Code, emit: Emit): readonly Code[] =>
  groups.map((group) => groupTest(group, value, emit));

/** How many of the tests hold: `Number(a) + Number(b)` */
export const countOf = (tests: readonly Code[]): Code => join(tests.map((test) => code`Number(${test})`), " + ");

const stateOf = (field: RuleField): FieldState => (field.nonNull ? "set" : "present");

const opposite = (field: RuleField): FieldState => (field.nonNull ? "unset" : "absent");

export const groupSet = (group: FieldGroup): Alternative =>
  group.map((field) => ({ name: field.name, state: stateOf(field) }));

/** The ways in which a group is not set: one of its fields is missing. */
export const groupUnset = (group: FieldGroup): readonly Alternative[] =>
  group.map((field) => [{ name: field.name, state: opposite(field) }]);

/** Every combination of one alternative from each list, joined to what comes before them. */
export function* combine(lists: readonly (readonly Alternative[])[], before: Alternative = []): Iterable<Alternative> {
  const [list, ...others] = lists;
  if (list === undefined) yield before;
  else for (const one of list) yield* combine(others, [...before, ...one]);
}

/** One group set or left to itself, all others not set. */
export const noneBut = (groups: readonly FieldGroup[], chosen: number | undefined, before: Alternative = []): Iterable<Alternative> =>
  combine(
    groups.flatMap((group, index) => (index === chosen ? [] : [groupUnset(group)])),
    before,
  );

/** Of each two groups, one is not set: what "at most one" comes to, two by two. */
export const pairsUnset = (groups: readonly FieldGroup[]): readonly (readonly Alternative[])[] =>
  groups.flatMap((left, index) => groups.slice(index + 1).map((right) => [...groupUnset(left), ...groupUnset(right)]));
