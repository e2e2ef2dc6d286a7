/** How filters are spelled, for the run time. */

import type { FilterOperatorTable } from "../runtime/filters.js";

export const gteLtOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "gte", kind: "value", wire: "{field}>=" },
  { name: "lt", kind: "value", wire: "{field}<" },
];

export const equalsOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}", not: "{field}!=" },
];
