/** How filters are spelled, for the run time. */

import type { FilterOperatorTable } from "../runtime/filters.js";

export const neContainsOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "list", wire: "{field}" },
  { name: "ne", kind: "list", wire: "{field}[ne]" },
  { name: "contains", kind: "text", wire: "{field}[contains]" },
];

export const rangeOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "gt", kind: "value", wire: "{field}[gt]" },
  { name: "gte", kind: "value", wire: "{field}[gte]" },
  { name: "lt", kind: "value", wire: "{field}[lt]" },
  { name: "lte", kind: "value", wire: "{field}[lte]" },
];

export const gteLteOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "gte", kind: "value", wire: "{field}[gte]" },
  { name: "lte", kind: "value", wire: "{field}[lte]" },
];

export const exactOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "ne", kind: "value", wire: "{field}[ne]" },
  { name: "in", kind: "list", wire: "{field}[in]" },
  { name: "nin", kind: "list", wire: "{field}[nin]" },
];
