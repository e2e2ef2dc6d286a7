/** How filters are spelled, for the run time. */

import type { FilterOperatorTable } from "../runtime/filters.js";

export const afterBeforeOperators: readonly FilterOperatorTable[] = [
  { name: "after", kind: "value", wire: "{field}After" },
  { name: "before", kind: "value", wire: "{field}Before" },
];

export const startsWithOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "startsWith", kind: "text", wire: "{field}StartsWith" },
];

export const greaterThanBetweenOperators: readonly FilterOperatorTable[] = [
  { name: "greaterThan", kind: "value", wire: "{field}GreaterThan" },
  { name: "between", kind: "list", wire: "{field}Between", style: "form" },
];
