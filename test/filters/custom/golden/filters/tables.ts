/** How filters are spelled, for the run time. */

import type { FilterDialectTable, FilterOperatorTable } from "../runtime/filters.js";

export const filterDialect: FilterDialectTable = {
  operator: { before: "filter[", between: "][", after: "]", operatorFirst: false },
  negation: { before: "!", after: "" },
  list: "repeat",
};

export const rangeOperators: readonly FilterOperatorTable[] = [
  { name: "$gte", kind: "value" },
  { name: "$in", kind: "list" },
  { name: "empty", kind: "boolean" },
];

export const rangeOperators2: readonly FilterOperatorTable[] = [
  { name: "$gte", kind: "value" },
  { name: "$in", kind: "list" },
  { name: "like", kind: "text" },
];
