/** How filters are spelled, for the run time. */

import type { FilterOperatorTable } from "../runtime/filters.js";

export const exactOperators: readonly FilterOperatorTable[] = [{ name: "any", kind: "value", wire: "{field}.any" }];

export const exactOperators2: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", not: "{field}.not" },
  { name: "any", kind: "value", wire: "{field}.any" },
];

export const timeOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "before", kind: "value", wire: "{field}.before" },
  { name: "after", kind: "value", wire: "{field}.after" },
];

export const rangeOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}", not: "{field}.not" },
  { name: "gt", kind: "value", wire: "{field}.gt", not: "{field}.gt.not" },
  { name: "gte", kind: "value", wire: "{field}.gte", not: "{field}.gte.not" },
  { name: "lt", kind: "value", wire: "{field}.lt", not: "{field}.lt.not" },
  { name: "lte", kind: "value", wire: "{field}.lte", not: "{field}.lte.not" },
];

export const inGreaterThanOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}.equals" },
  { name: "in", kind: "list", wire: "{field}.in", style: "form" },
  { name: "greaterThan", kind: "value", wire: "{field}.greaterThan" },
];
