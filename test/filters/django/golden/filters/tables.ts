/** How filters are spelled, for the run time. */

import type { FilterOperatorTable } from "../runtime/filters.js";

export const rangeOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "gt", kind: "value", wire: "{field}__gt" },
  { name: "gte", kind: "value", wire: "{field}__gte" },
  { name: "in", kind: "list", wire: "{field}__in" },
  { name: "isnull", kind: "boolean", wire: "{field}__isnull" },
  { name: "lt", kind: "value", wire: "{field}__lt" },
  { name: "lte", kind: "value", wire: "{field}__lte" },
];

export const icontainsIregexInOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "icontains", kind: "text", wire: "{field}__icontains" },
  { name: "iregex", kind: "text", wire: "{field}__iregex" },
  { name: "in", kind: "list", wire: "{field}__in" },
];

export const exactOperators: readonly FilterOperatorTable[] = [
  { name: "equals", kind: "value", wire: "{field}" },
  { name: "in", kind: "list", wire: "{field}__in", style: "form" },
  { name: "isnull", kind: "boolean", wire: "{field}__isnull" },
];

export const gtOperators: readonly FilterOperatorTable[] = [{ name: "gt", kind: "value", wire: "{field}__gt" }];

export const gteLtOperators: readonly FilterOperatorTable[] = [
  { name: "gte", kind: "value", wire: "{field}__gte" },
  { name: "lt", kind: "value", wire: "{field}__lt" },
];
