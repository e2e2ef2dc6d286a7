import type { FilterDialect, FilterField, FilterOperator, FilterParameter, FilterSet } from "../model/filter.js";
import { writeName } from "./filter-name.js";
import { hasBare } from "./has-bare.js";

const parameter = (
  dialect: FilterDialect,
  field: FilterField,
  operator: FilterOperator | undefined,
  negated: boolean,
): FilterParameter => ({
  wireName: writeName(dialect, {
    field: field.name,
    ...(operator !== undefined && { operator: operator.name }),
    negated,
  }),
  field,
  ...(operator !== undefined && { operator }),
  negated,
});

const withNegation = (
  dialect: FilterDialect,
  field: FilterField,
  operator?: FilterOperator,
): readonly FilterParameter[] => {
  const plain = parameter(dialect, field, operator, false);
  return (operator ?? field).negatable ? [plain, parameter(dialect, field, operator, true)] : [plain];
};

/** Bare, bare negated, then each operator, operator negated. */
export const parametersOfField = (dialect: FilterDialect, field: FilterField): readonly FilterParameter[] => [
  ...(hasBare(field) ? withNegation(dialect, field) : []),
  ...field.operators.flatMap((operator) => withNegation(dialect, field, operator)),
];

/** Every filter parameter of an operation, field by field in document order. */
export const parametersOf = (set: FilterSet): readonly FilterParameter[] =>
  set.fields.flatMap((field) => parametersOfField(set.dialect, field));
