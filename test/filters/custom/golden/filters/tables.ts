/** How filters are spelled, for the run time. */

import type { FilterOperatorTable } from "../runtime/filters.js";

export const rangeOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}", not: "!{field}" },
  { name: "$gte", kind: "value", wire: "filter[{field}][$gte]", not: "!filter[{field}][$gte]" },
  { name: "$in", kind: "list", wire: "filter[{field}][$in]", not: "!filter[{field}][$in]", style: "repeat" },
  { name: "empty", kind: "boolean", wire: "filter[{field}][empty]", not: "!filter[{field}][empty]" },
];

export const rangeOperators2: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}", not: "!{field}" },
  { name: "$gte", kind: "value", wire: "filter[{field}][$gte]", not: "!filter[{field}][$gte]" },
  { name: "$in", kind: "list", wire: "filter[{field}][$in]", not: "!filter[{field}][$in]", style: "repeat" },
  { name: "like", kind: "text", wire: "filter[{field}][like]", not: "!filter[{field}][like]" },
];

export const rangeOperators3: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}", not: "!{field}" },
  { name: "$gte", kind: "value", wire: "filter[{field}][$gte]" },
  { name: "$in", kind: "list", wire: "filter[{field}][$in]", not: "!filter[{field}][$in]", style: "repeat" },
  { name: "empty", kind: "boolean", wire: "filter[{field}][empty]" },
];

export const equalsOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}", not: "!{field}" },
];

export const rangeOperators4: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "$gte", kind: "value", wire: "filter[{field}][$gte]" },
  { name: "$in", kind: "list", wire: "filter[{field}][$in]", style: "repeat" },
  { name: "empty", kind: "boolean", wire: "filter[{field}][empty]" },
];

export const likeDepthWeightOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "like", kind: "text", wire: "filter[{field}][like]", not: "!filter[{field}][like]" },
  { name: "depth", kind: "integer", wire: "filter[{field}][depth]" },
  { name: "weight", kind: "number", wire: "filter[{field}][weight]" },
];

export const equalsOperators2: readonly FilterOperatorTable[] = [{ name: "equals", kind: "value", wire: "{field}" }];
