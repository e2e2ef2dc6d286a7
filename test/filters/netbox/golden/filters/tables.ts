/** How filters are spelled, for the run time. */

import type { FilterOperatorTable } from "../runtime/filters.js";

export const gteOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "list", wire: "{field}", not: "{field}__n", style: "repeat" },
  { name: "gte", kind: "list", wire: "{field}__gte", style: "repeat" },
];

export const icEmptyOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "list", wire: "{field}", not: "{field}__n", style: "repeat" },
  { name: "ic", kind: "list", wire: "{field}__ic", not: "{field}__nic", style: "repeat" },
  { name: "empty", kind: "boolean", wire: "{field}__empty" },
];

export const equalsOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "list", wire: "{field}", not: "{field}__n", style: "repeat" },
];
