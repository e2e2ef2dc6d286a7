/** How filters are spelled, for the run time. */

import type { FilterOperatorTable } from "../runtime/filters.js";

export const beforeAfterOperators: readonly FilterOperatorTable[] = [
  { name: "before", kind: "value", wire: "{field}[before]" },
  { name: "after", kind: "value", wire: "{field}[after]" },
];

export const icontainsOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "icontains", kind: "text", wire: "{field}__icontains" },
];

export const inIsnullOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "in", kind: "list", wire: "{field}__in", style: "json" },
  { name: "isnull", kind: "boolean", wire: "{field}__isnull" },
];

export const inOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "in", kind: "list", wire: "{field}__in", style: "space" },
];

export const startswithOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "startswith", kind: "text", wire: "{field}__startswith", allowReserved: true },
];

export const gteOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}", not: "{field}!" },
  { name: "gte", kind: "value", wire: "{field}__gte" },
];

export const lteOperators: readonly FilterOperatorTable[] = [{ name: "lte", kind: "value", wire: "{field}__lte" }];
