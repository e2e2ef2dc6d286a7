import type { FilterDialect } from "../model/filter.js";
import { inner, negationTemplate, operatorTemplate } from "./template.js";

/** What the name of a filter parameter says; without an operator it is the bare one. */
export interface FilterName {
  readonly field: string;
  readonly operator?: string;
  readonly negated: boolean;
}

const wordFor = ({ words }: FilterDialect, operator: string): string => words?.get(operator) ?? operator;

/** writeName(django, { field: "created_at", operator: "gte", negated: false }) ~> `created_at__gte` */
export const writeName = (dialect: FilterDialect, { field, operator, negated }: FilterName): string => {
  const { before, between, after, operatorFirst } = operatorTemplate(dialect);
  const word = wordFor(dialect, operator ?? "");
  const inside = operatorFirst ? [word, field] : [field, word];
  const name = operator === undefined ? field : before + inside.join(between) + after;
  const negation = negated ? negationTemplate(dialect) : undefined;
  if (!negated) return name;
  if (negation === undefined) throw new Error(`the dialect cannot negate ${name}`);
  return negation.before + name + negation.after;
};

/** The field of `wireName` if its operator is `operator`; undefined where that is not in its place. */
const fieldIn = (dialect: FilterDialect, wireName: string, operator: string): string | undefined => {
  const word = wordFor(dialect, operator);
  const { before, between, after, operatorFirst } = operatorTemplate(dialect);
  return operatorFirst
    ? inner(wireName, before + word + between, after)
    : inner(wireName, before, between + word + after);
};

/** The parameter that `wireName` would be the negation of. */
const positiveName = (dialect: FilterDialect, wireName: string): string | undefined => {
  const negation = negationTemplate(dialect);
  return negation === undefined ? undefined : inner(wireName, negation.before, negation.after);
};

const readPositive = (
  dialect: FilterDialect,
  wireName: string,
  knownFields: ReadonlySet<string>,
): Pick<FilterName, "field" | "operator"> | undefined => {
  if (knownFields.has(wireName)) return { field: wireName };
  for (const operator of dialect.operators.keys()) {
    const field = fieldIn(dialect, wireName, operator);
    if (field !== undefined && knownFields.has(field)) return { field, operator };
  }
  return undefined;
};

/**
 * Undoes `writeName` for the fields that are known: a name alone does not say whether `a__b__gte` is about `a__b`.
 * Where two readings are possible the parameters collide, which `reportCollisions` tells.
 */
export const readName = (
  dialect: FilterDialect,
  wireName: string,
  knownFields: ReadonlySet<string>,
): FilterName | undefined => {
  const plain = readPositive(dialect, wireName, knownFields);
  if (plain !== undefined) return { ...plain, negated: false };
  const positive = positiveName(dialect, wireName);
  const read = positive === undefined ? undefined : readPositive(dialect, positive, knownFields);
  return read === undefined ? undefined : { ...read, negated: true };
};
