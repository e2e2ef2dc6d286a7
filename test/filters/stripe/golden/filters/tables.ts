/** How filters are spelled, for the run time. */

import type { FilterOperatorTable } from "../runtime/filters.js";

export const equalsOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "filter[{field}]" },
];

export const rangeOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "gt", kind: "value", wire: "{field}[gt]" },
  { name: "gte", kind: "value", wire: "{field}[gte]" },
  { name: "lt", kind: "value", wire: "{field}[lt]" },
  { name: "lte", kind: "value", wire: "{field}[lte]" },
];

export const gteLteOperators: readonly FilterOperatorTable[] = [
  { name: "gte", kind: "value", wire: "filter[{field}][gte]" },
  { name: "lte", kind: "value", wire: "filter[{field}][lte]" },
];

export const gteInExistsOperators: readonly FilterOperatorTable[] = [
  { name: "gte", kind: "value", wire: "{field}[gte]" },
  { name: "in", kind: "list", wire: "{field}[in][]", style: "repeat" },
  { name: "exists", kind: "boolean", wire: "{field}[exists]" },
];
