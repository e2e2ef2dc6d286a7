import type { Group, Statement } from "../statement.js";
import type { FieldList } from "../text/clause.js";
import type { Found } from "./recogniser.js";

/** Every name in the row. */
export const flat = (list: FieldList): readonly string[] => list.groups.flat();

/** The row that is the subject, or the described field where the clause has none. */
export const subjectOf = (found: Found, name = "a"): FieldList | undefined => {
  const { self } = found.clause;
  return found.list(name) ?? (self === undefined ? undefined : { groups: [[self]], quality: "marked", joined: "and" });
};

/** Two rows as one, each name once. */
export const joined = (left: FieldList, right: FieldList): readonly Group[] => {
  const groups = [...left.groups, ...right.groups];
  return groups.filter((group, index) => groups.findIndex((other) => other.join("\n") === group.join("\n")) === index);
};

/** A choice among groups; none where there is but one. */
export const choice = (kind: "atLeastOne" | "exactlyOne" | "atMostOne" | "allOrNone", groups: readonly Group[]): readonly Statement[] =>
  groups.length < 2 ? [] : [{ kind, groups }];

const others = (names: readonly string[], name: string): readonly string[] => names.filter((other) => other !== name);

/** None of the first together with any of the second. */
export const notTogether = (first: readonly string[], second: readonly string[]): readonly Statement[] =>
  first.flatMap((field): readonly Statement[] => {
    const rest = others(second, field);
    const [only] = rest;
    if (only === undefined) return [];
    return rest.length === 1 ? [{ kind: "atMostOne", groups: [[field], [only]] }] : [{ kind: "forbids", field, others: rest }];
  });

/** Each of the first only with all (or any) of the second. */
export const requires = (first: readonly string[], second: readonly string[], any: boolean): readonly Statement[] =>
  first.flatMap((field): readonly Statement[] => {
    const needs = others(second, field);
    return needs.length === 0 ? [] : [{ kind: "requires", field, needs, any: any && needs.length > 1 }];
  });
