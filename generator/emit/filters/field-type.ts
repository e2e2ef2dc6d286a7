import { type Code, code, identifier, join, typeSymbol } from "../../code/code.js";
import type { Declaration, Member } from "../../code/declaration.js";
import { literal } from "../../code/literal.js";
import { hasBare } from "../../filters/has-bare.js";
import type { FilterField } from "../../model/filter.js";
import type { FilterContext } from "./filter-context.js";
import { negatableKeys, operandType, operatorMembers } from "./operand-type.js";
import { scalarOf } from "../../filters/scalar.js";
import { operatorsModule, type SetNames } from "../../plan/filter-sets.js";

/** A type, and the interfaces that it needs beside it. */
export interface FieldType {
  readonly type: Code;
  readonly declarations: readonly Declaration[];
}

/** ownName("ListUsersAgeParameter", "Filter") ~> `ListUsersAgeFilter`: as unique as the name it comes from */
const ownName = (parameter: string, suffix: string): string => parameter.replace(/Parameter(?=\d*$)/, suffix);

const ownInterface = (
  name: string,
  docs: string,
  members: readonly Member[],
  base: readonly Code[] = [],
): FieldType => ({
  type: identifier(name),
  declarations: [{ kind: "interface", name, exported: true, docs, extends: base, members }],
});

const sharedType = (name: string, value: Code): FieldType => ({
  type: code`${typeSymbol(operatorsModule, name)}<${value}>`,
  declarations: [],
});

/** The operators with what of them can be negated: `RangeOperators<Value> & { not?: … }` under a name. */
const withNegation = (operators: FieldType, field: FilterField, parameter: string): FieldType => {
  const negatable = negatableKeys(field);
  if (negatable !== true && negatable.length === 0) return operators;
  const type =
    negatable === true
      ? operators.type
      : code`Pick<${operators.type}, ${join(
          negatable.map((key) => literal(key)),
          " | ",
        )}>`;
  const docs = `The operators of ${field.name}, and under \`not\` those that must not hold.`;
  const filter = ownInterface(
    ownName(parameter, "Filter"),
    docs,
    [{ name: "not", type, optional: true }],
    [operators.type],
  );
  return { type: filter.type, declarations: [...operators.declarations, ...filter.declarations] };
};

/** Which shared interface of its set a field uses: these compare single values, and have `equals`. */
export const sharedInterface = (field: FilterField): "filter" | "operators" | undefined => {
  if (field.set === undefined || !hasBare(field) || scalarOf(field.schema).list) return undefined;
  return negatableKeys(field) === true ? "filter" : "operators";
};

const operatorType = (
  field: FilterField,
  parameter: string,
  set: SetNames | undefined,
  context: FilterContext,
): FieldType => {
  const { schema, list } = scalarOf(field.schema);
  const value = context.valueType(schema);
  const shared = set === undefined ? undefined : sharedInterface(field);
  if (set !== undefined && shared === "filter") return sharedType(set.filter, value);
  if (set !== undefined && shared === "operators")
    return withNegation(sharedType(set.operators, value), field, parameter);
  const members = operatorMembers(field.operators, value, list, hasBare(field));
  return withNegation(
    ownInterface(ownName(parameter, "Operators"), `The operators of ${field.name}.`, members),
    field,
    parameter,
  );
};

/**
 * What a field takes in a `where`: `DateTime | RangeFilter<DateTime>`. `parameter` is the name of the type of its
 * parameter names, which the names of interfaces of its own are made from.
 */
export const fieldType = (field: FilterField, parameter: string, context: FilterContext): FieldType => {
  const { schema, list } = scalarOf(field.schema);
  const bare = operandType("value", context.valueType(schema), list);
  if (field.operators.length === 0 && !field.negatable) return { type: bare, declarations: [] };
  const set = field.set === undefined ? undefined : context.sets.get(field.set);
  const operators = operatorType(field, parameter, set, context);
  return hasBare(field) ? { ...operators, type: code`${bare} | ${operators.type}` } : operators;
};
