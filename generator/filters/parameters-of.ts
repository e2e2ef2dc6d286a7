import type { FilterField, FilterOperator, FilterParameter, FilterSet, FilterWire } from "../model/filter.js";

const parameter = (
  field: FilterField,
  operator: FilterOperator,
  wire: FilterWire | undefined,
  negated: boolean,
): readonly FilterParameter[] =>
  wire === undefined ? [] : [{ wireName: wire.name, pointer: wire.pointer, field, operator, negated }];

/** Each operator, plain and negated. */
export const parametersOfField = (field: FilterField): readonly FilterParameter[] =>
  field.operators.flatMap((operator) => [
    ...parameter(field, operator, operator.plain, false),
    ...parameter(field, operator, operator.negated, true),
  ]);

/** Every filter parameter of an operation, field by field in document order. */
export const parametersOf = (set: FilterSet): readonly FilterParameter[] => set.fields.flatMap(parametersOfField);
