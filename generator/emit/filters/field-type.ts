import { type Code, code, identifier, typeSymbol } from "../../code/code.js";
import type { Declaration, Member } from "../../code/declaration.js";
import { hasBare } from "../../filters/has-bare.js";
import type { FilterField, FilterOperator } from "../../model/filter.js";
import { type FilterShape, type InterfaceNames, isBareOnly, operatorsModule, shapeKey, shapeOfField } from "../../plan/filter-sets.js";
import type { FilterContext } from "./filter-context.js";
import { notType, operatorMembers, ownOperandType } from "./operand-type.js";

/** A type, and the interfaces that it needs beside it. */
export interface FieldType {
  readonly type: Code;
  readonly declarations: readonly Declaration[];
}

/** ownName("ListUsersAgeParameter", "Filter") ~> `ListUsersAgeFilter`: as unique as the name it comes from */
export const ownName = (parameter: string, suffix: string): string => parameter.replace(/Parameter(?=\d*$)/, suffix);

const sharedType = (shape: FilterShape, { operators, filter }: InterfaceNames, value: Code): FieldType => ({
  type: code`${typeSymbol(operatorsModule, shape.negated.length === 0 ? operators : filter)}<${value}>`,
  declarations: [],
});

const listed = ({ operators, object }: FilterField): readonly FilterOperator[] =>
  object?.exclusive === true ? operators.filter(({ name }) => name !== "equals") : operators;

/** An interface of the field's own, where an operator has values that the field's type does not tell. */
const ownType = (field: FilterField, parameter: string, value: Code, context: FilterContext): FieldType => {
  const plain = listed(field).filter((operator) => operator.plain !== undefined);
  const negated = listed(field).filter((operator) => operator.negated !== undefined);
  const name = ownName(parameter, "Operators");
  const members = operatorMembers(plain, value, context);
  const declare = (own: string, docs: string, more: readonly Member[], base: readonly Code[]): Declaration => ({
    kind: "interface",
    name: own,
    exported: true,
    docs,
    extends: base,
    members: more,
  });
  const operators = declare(name, `The operators of ${field.name}.`, members, []);
  if (negated.length === 0) return { type: identifier(name), declarations: [operators] };
  const filterName = ownName(parameter, "Filter");
  const not = notType({ plain, negated }, identifier(name), value, context);
  const docs = `The operators of ${field.name}, and under \`not\` those that must not hold.`;
  const filter = declare(filterName, docs, [{ name: "not", type: not, optional: true }], [identifier(name)]);
  return { type: identifier(filterName), declarations: [operators, filter] };
};

/** Has the field interfaces of its own, since none that is shared can say its values? */
export const hasOwnInterfaces = (field: FilterField): boolean => !isBareOnly(field) && shapeOfField(field) === undefined;

const operatorsType = (field: FilterField, parameter: string, value: Code, context: FilterContext): FieldType => {
  const shape = shapeOfField(field);
  const names = shape === undefined ? undefined : context.sets.interfaces.get(shapeKey(shape));
  return shape === undefined || names === undefined
    ? ownType(field, parameter, value, context)
    : sharedType(shape, names, value);
};

/**
 * What a field takes in a `where`: `DateTime | RangeFilter<DateTime>`. `parameter` is the name of the type of its
 * parameter names, which the names of interfaces of its own are made from.
 */
export const fieldType = (field: FilterField, parameter: string, context: FilterContext): FieldType => {
  const value = context.valueType(field.schema);
  const bare = field.operators.find(({ name }) => name === "equals");
  const bareType = bare === undefined ? value : ownOperandType(bare, value, context);
  if (isBareOnly(field)) return { type: bareType, declarations: [] };
  const operators = operatorsType(field, parameter, value, context);
  return hasBare(field) ? { ...operators, type: code`${bareType} | ${operators.type}` } : operators;
};
