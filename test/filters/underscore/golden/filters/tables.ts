/** How filters are spelled, for the run time. */

import type { FilterDialectTable, FilterOperatorTable } from "../runtime/filters.js";

export const filterDialect: FilterDialectTable = {
  operator: { before: "", between: "_", after: "", operatorFirst: false },
  list: "comma",
};

export const limitsOperators: readonly FilterOperatorTable[] = [
  { name: "min", kind: "value" },
  { name: "max", kind: "value" },
];
