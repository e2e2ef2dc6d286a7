import { type Code, code, join } from "../../code/code.js";
import type { ValueKind } from "../../model/filter.js";
import type { Member } from "../../code/declaration.js";
import { propertyKey } from "../../code/literal.js";
import { scalarOf } from "../../filters/scalar.js";
import type { Schema } from "../../model/schema.js";
import type { FilterContext } from "./filter-context.js";

export const listOf = (item: Code): Code => code`readonly (${item})[]`;

/** What an operator takes, where one value of the field is of type `value`. */
export const operandType = (kind: ValueKind, value: Code): Code => {
  switch (kind) {
    case "value":
      return value;
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

export interface Operand {
  readonly name: string;
  readonly kind: ValueKind;
  readonly schema?: Schema;
}

/** The same for an operator with values of its own. */
export const ownOperandType = ({ kind, schema }: Operand, value: Code, { valueType }: FilterContext): Code =>
  operandType(kind, schema === undefined ? value : valueType(scalarOf(schema).schema));

/** equals?: Value; gt?: Value; … */
export const operatorMembers = (operators: readonly Operand[], value: Code, context: FilterContext): readonly Member[] =>
  operators.map((operator) => ({ name: operator.name, type: ownOperandType(operator, value, context), optional: true }));

const isSame = (left: readonly Operand[], right: readonly Operand[]): boolean =>
  left.length === right.length && left.every(({ name }, index) => right[index]?.name === name);

/** What stands under `not`: `operators` where all of them can be negated, else the negated ones by themselves. */
export const notType = (
  { plain, negated }: { readonly plain: readonly Operand[]; readonly negated: readonly Operand[] },
  operators: Code,
  value: Code,
  context: FilterContext,
): Code => {
  if (isSame(plain, negated)) return operators;
  const members = operatorMembers(negated, value, context).map(({ name, type }) => code`readonly ${propertyKey(name)}?: ${type}`);
  return code`{ ${join(members, "; ")} }`;
};
