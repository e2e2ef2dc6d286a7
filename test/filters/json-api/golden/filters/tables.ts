/** How filters are spelled, for the run time. */

import type { FilterOperatorTable } from "../runtime/filters.js";

export const containsOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "filter[{field}]" },
  { name: "contains", kind: "text", wire: "filter[{field}][contains]" },
];

export const equalsOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "filter[{field}]", not: "filter[{field}][not]" },
];

export const gteLtOperators: readonly FilterOperatorTable[] = [
  { name: "gte", kind: "value", wire: "filter[{field}][gte]" },
  { name: "lt", kind: "value", wire: "filter[{field}][lt]" },
];

export const inOperators: readonly FilterOperatorTable[] = [
  { name: "in", kind: "list", wire: "filter[{field}][in][]", style: "repeat" },
];
