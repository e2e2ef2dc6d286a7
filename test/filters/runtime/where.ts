import fc from "fast-check";
import type { FilterFieldTable, FilterOperatorTable } from "../../../templates/filters.js";

type Value = string | number | boolean;

const ofField: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  "a string": fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("", ",", "%2C", "%", "ÅÄÖ å", "日本", "a+b&c=d#e", "true"),
  ),
  "an integer": fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constantFrom(1e21, -1e300)),
  "a number": fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  "true or false": fc.boolean(),
  "a valid date": fc.constantFrom("2026-01-31", "0001-01-01"),
  "one of 0, 1": fc.constantFrom(0, 1),
};

const scalar = ({ value }: FilterFieldTable): fc.Arbitrary<Value> => ofField[value.expected] ?? fc.constant("");

const operand = (field: FilterFieldTable, kind: FilterOperatorTable["kind"]): fc.Arbitrary<unknown> => {
  if (kind === "text") return fc.string({ unit: "grapheme" });
  if (kind === "boolean") return fc.boolean();
  if (kind === "integer" || kind === "number") return fc.integer();
  return kind === "list" ? fc.array(scalar(field)) : scalar(field);
};

const bareOf = ({ operators }: FilterFieldTable): FilterOperatorTable | undefined => operators.find(({ name }) => name === "equals");

const optional = (
  members: readonly (readonly [string, fc.Arbitrary<unknown>])[],
): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .tuple(
      ...members.map(([name, value]) =>
        fc.option(
          value.map((one) => [name, one] as const),
          { nil: undefined },
        ),
      ),
    )
    .map((chosen) => Object.fromEntries(chosen.filter((entry) => entry !== undefined)));

/** A field's filter as `readWhere` gives it: never empty, and the bare value where nothing but equality is asked. */
const filter = (field: FilterFieldTable): fc.Arbitrary<unknown> => {
  const bare = bareOf(field);
  const operands = (chosen: readonly FilterOperatorTable[]) => chosen.map(({ name, kind }) => [name, operand(field, kind)] as const);
  const keys = operands(field.operators);
  const negated = optional(operands(field.operators.filter(({ not }) => not !== undefined)));
  const operators = fc
    .tuple(optional(keys), negated)
    .map(([plain, not]) => (Object.keys(not).length === 0 ? plain : { ...plain, not }))
    .filter((made) => Object.keys(made).some((key) => key !== "equals"));
  return bare === undefined ? operators : fc.oneof(operand(field, bare.kind), operators);
};

/** Canonical `where`s over the fields of a table. */
export const canonicalWhere = (fields: readonly FilterFieldTable[]): fc.Arbitrary<object> =>
  optional(fields.map((field) => [field.name, filter(field)]));

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom<unknown>("2026-01-31", "yesterday", "\ud800", "1", "", true, 0, 1, 7, 1.5, Number.NaN, Infinity, 1n, null),
  fc.double().map((value) => (value === 0 ? 0 : value)),
);

/** One operator of one field with a value of whatever kind, by itself, so that often nothing is wrong with it. */
export const anyWhere = (fields: readonly FilterFieldTable[]): fc.Arbitrary<object> =>
  fc.oneof(
    ...fields.flatMap((field) =>
      field.operators.map((operator) => {
        const isList = operator.kind === "list";
        const sparse = fc.sparseArray(odd, { maxLength: 3, maxNumElements: 2 });
        const value = isList ? fc.oneof(fc.array(odd, { maxLength: 2 }), sparse) : odd;
        return value.map((one) => Object.fromEntries([[field.name, operator.name === "equals" ? one : { [operator.name]: one }]]));
      }),
    ),
  );
