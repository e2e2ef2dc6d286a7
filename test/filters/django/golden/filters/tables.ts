/** How filters are spelled, for the run time. */

import type { FilterDialectTable, FilterOperatorTable } from "../runtime/filters.js";

export const filterDialect: FilterDialectTable = {
  operator: { before: "", between: "__", after: "", operatorFirst: false },
  list: "comma",
};

export const exactOperators: readonly FilterOperatorTable[] = [
  { name: "in", kind: "list" },
  { name: "isnull", kind: "boolean" },
];

export const rangeOperators: readonly FilterOperatorTable[] = [
  { name: "gt", kind: "value" },
  { name: "gte", kind: "value" },
  { name: "in", kind: "list" },
  { name: "isnull", kind: "boolean" },
  { name: "lt", kind: "value" },
  { name: "lte", kind: "value" },
];
