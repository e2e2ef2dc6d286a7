/** How filters are spelled, for the run time. */

import type { FilterOperatorTable } from "../runtime/filters.js";

export const limitsOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "min", kind: "value", wire: "{field}_min" },
  { name: "max", kind: "value", wire: "{field}_max" },
];

export const notInOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "not_in", kind: "list", wire: "{field}_not_in", style: "form" },
];

export const gteLteOperators: readonly FilterOperatorTable[] = [
  { name: "gte", kind: "value", wire: "{field}_gte" },
  { name: "lte", kind: "value", wire: "{field}_lte" },
];
