/** How filters are spelled, for the run time. */

import type { FilterDialectTable, FilterOperatorTable } from "../runtime/filters.js";

export const filterDialect: FilterDialectTable = {
  operator: { before: "", between: ".", after: "", operatorFirst: false },
  list: "comma",
};

export const exactOperators: readonly FilterOperatorTable[] = [
  { name: "any", kind: "list" },
  { name: "not", kind: "value" },
];

export const rangeOperators: readonly FilterOperatorTable[] = [
  { name: "gt", kind: "value" },
  { name: "gte", kind: "value" },
  { name: "lt", kind: "value" },
  { name: "lte", kind: "value" },
];

export const timeOperators: readonly FilterOperatorTable[] = [
  { name: "before", kind: "value" },
  { name: "after", kind: "value" },
];
