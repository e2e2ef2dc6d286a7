import { type Code, code } from "../../code/code.js";
import type { FilterField, FilterOperator, ValueKind } from "../../model/filter.js";
import type { Member } from "../../code/declaration.js";
import { hasBare } from "../../filters/has-bare.js";

export const listOf = (item: Code): Code => code`readonly (${item})[]`;

/** What an operator takes, where one value of the field is of type `value`. */
export const operandType = (kind: ValueKind, value: Code, list: boolean): Code => {
  switch (kind) {
    case "value":
      return list ? listOf(value) : value;
    case "list":
      return listOf(value);
    case "text":
      return code`string`;
    case "boolean":
      return code`boolean`;
    case "integer":
    case "number":
      return code`number`;
  }
};

const optional = (name: string, type: Code): Member => ({ name, type, optional: true });

/** equals?: Value; gt?: Value; … */
export const operatorMembers = (
  operators: readonly Pick<FilterOperator, "name" | "kind">[],
  value: Code,
  list: boolean,
  bare: boolean,
): readonly Member[] => [
  ...(bare ? [optional("equals", operandType("value", value, list))] : []),
  ...operators.map(({ name, kind }) => optional(name, operandType(kind, value, list))),
];

/** What of a field can be negated: all of it, nothing, or the named keys. */
export const negatableKeys = (field: FilterField): true | readonly string[] => {
  const keys = [{ name: "equals", negatable: field.negatable }, ...field.operators].slice(hasBare(field) ? 0 : 1);
  const negatable = keys.filter((key) => key.negatable).map(({ name }) => name);
  return negatable.length === keys.length ? true : negatable;
};
