import type { Group, Statement } from "../statement.js";
import type { FieldList } from "../text/clause.js";
import type { Found } from "./recogniser.js";

/** Every name in the row. */
export const flat = (list: FieldList): readonly string[] => list.groups.flat();

/** Words after which a verb goes on about what the sentence was about: "It is optional, and cannot be …" */
const goesOn = /(?:^|[,;:(–—-]|(?:^| )(?:and|but|or|it|this|which|that|however|note|is|only|values?|fields?|parameters?|property|attribute))$/;

/** The described field, where the words before a verb name no other subject. */
export const selfOf = ({ clause: { self }, before }: Pick<Found, "clause" | "before">): FieldList | undefined =>
  self === undefined || !goesOn.test(before) || /(?:^| )[LU]\d*(?: [a-z]+)?$/.test(before) ? undefined : { groups: [[self]], quality: "marked", joined: "and" };

/** The row that is the subject, or the described field where the clause has none. */
export const subjectOf = (found: Found, name = "a"): FieldList | undefined => found.list(name) ?? selfOf(found);

/** "must be set with exactly one of": what is said is said of a third field. */
export const isObjectOf = ({ before }: Pick<Found, "before">): boolean => /(?:^| )(?:with|without|by|than|to|from)$/.test(before);

/** Two rows as one, each name once. */
export const joined = (left: FieldList, right: FieldList): readonly Group[] => {
  const groups = [...left.groups, ...right.groups];
  return groups.filter((group, index) => groups.findIndex((other) => other.join("\n") === group.join("\n")) === index);
};

/** A choice among groups; none where there is but one. */
export const choice = (kind: "atLeastOne" | "exactlyOne" | "atMostOne" | "allOrNone", groups: readonly Group[]): readonly Statement[] =>
  groups.length < 2 ? [] : [{ kind, groups }];

/** "a, or a and b": the second is contained in the first. */
export const minimal = (groups: readonly Group[]): readonly Group[] =>
  groups.filter((group, index) => !groups.some((other, at) => at !== index && other.every((name) => group.includes(name)) && (other.length < group.length || at < index)));

const others = (names: readonly string[], name: string): readonly string[] => names.filter((other) => other !== name);

/** None of the first together with any of the second. */
export const notTogether = (several: readonly string[], one: readonly string[]): readonly Statement[] => {
  // "a and b not with c" is "c with none of a, b"
  const [first, second] = several.length > 1 && one.length === 1 ? [one, several] : [several, one];
  return first.flatMap((field): readonly Statement[] => {
    const rest = others(second, field);
    const [only] = rest;
    if (only === undefined) return [];
    return rest.length === 1 ? [{ kind: "atMostOne", groups: [[field], [only]] }] : [{ kind: "forbids", field, others: rest }];
  });
};

/** Each of the first only with all (or any) of the second. */
export const requires = (first: readonly string[], second: readonly string[], any: boolean): readonly Statement[] =>
  first.flatMap((field): readonly Statement[] => {
    const needs = others(second, field);
    return needs.length === 0 || needs.length < second.length ? [] : [{ kind: "requires", field, needs, any: any && needs.length > 1 }];
  });
