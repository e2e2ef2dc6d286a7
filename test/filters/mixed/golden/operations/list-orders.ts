import type {
  BeforeAfterOperators,
  GteFilterNotEquals,
  IcontainsOperators,
  InIsnullOperators,
  InOperators,
  LteOperators,
  StartswithOperators,
} from "../filters/operators.js";
import {
  beforeAfterOperators,
  gteOperators,
  icontainsOperators,
  inIsnullOperators,
  inOperators,
  lteOperators,
  startswithOperators,
} from "../filters/tables.js";
import { type FilterTable, type FilterValue, readWhere, validateQuery, writeWhere } from "../runtime/filters.js";
import type { Result, ValidateOptions } from "../runtime/issue.js";
import type { DateOnly, DateTime } from "../runtime/scalars.js";
import { type StandardSchema, standardSchema } from "../runtime/standard-schema.js";

export type ListOrdersTotalParameter = "total" | "total!" | "total__gte";

export type ListOrdersCustomerAddressCityParameter = "customer__address__city" | "customer__address__city__icontains";

export type ListOrdersPlacedParameter = "placed[before]" | "placed[after]";

export type ListOrdersStatusParameter = "status" | "status__in";

export type ListOrdersColorParameter = "color" | "color__in";

export type ListOrdersPathParameter = "path" | "path__startswith";

export type ListOrdersWeightParameter = "weight" | "weight__in" | "weight__isnull";

export type ListOrdersDayParameter = "day__lte";

/** The name of every filter parameter. */
export type ListOrdersFilterParameter =
  | ListOrdersTotalParameter
  | ListOrdersCustomerAddressCityParameter
  | ListOrdersPlacedParameter
  | ListOrdersStatusParameter
  | ListOrdersColorParameter
  | ListOrdersPathParameter
  | ListOrdersWeightParameter
  | ListOrdersDayParameter;

/** The query parameters of listOrders. */
export interface ListOrdersQuery {
  readonly total?: number;
  readonly "total!"?: number;
  readonly total__gte?: number;
  readonly customer__address__city?: string;
  readonly customer__address__city__icontains?: string;
  readonly "placed[before]"?: DateTime;
  readonly "placed[after]"?: DateTime;
  readonly status?: "new" | "sent";
  readonly status__in?: readonly ("new" | "sent" | "any")[];
  readonly color?: string;
  readonly color__in?: readonly string[];
  readonly path?: string;
  readonly path__startswith?: string;
  readonly weight?: number;
  readonly weight__in?: readonly number[];
  readonly weight__isnull?: boolean;
  readonly day: DateOnly;
  readonly day__lte?: DateOnly;
  readonly $filter?: string;
  readonly source__slug?: string;
  readonly exclude_fields?: string;
}

const numberValue: FilterValue = { parse: "number", is: () => true, expected: "a number", code: "type" };

const stringValue: FilterValue = { parse: "string", is: () => true, expected: "a string", code: "type" };

const dateTimeValue: FilterValue = {
  parse: "string",
  is: (value) => !Number.isNaN(Date.parse(String(value))),
  expected: "a date and time such as 2026-02-28T08:30:06Z",
};

const statusValue: FilterValue = {
  parse: "string",
  is: (value) => value === "new" || value === "sent",
  expected: 'one of "new", "sent"',
  code: "enum",
};

const statusInValue: FilterValue = {
  parse: "string",
  is: (value) => value === "new" || value === "sent" || value === "any",
  expected: 'one of "new", "sent", "any"',
  code: "enum",
};

const dateValue: FilterValue = {
  parse: "string",
  is: (value) => !Number.isNaN(Date.parse(String(value))),
  expected: "a date such as 2026-02-28",
};

export const filterTable: FilterTable = {
  fields: [
    { name: "total", value: numberValue, operators: gteOperators },
    { name: "customer__address__city", value: stringValue, operators: icontainsOperators },
    { name: "placed", value: dateTimeValue, operators: beforeAfterOperators },
    {
      name: "status",
      value: statusValue,
      operators: [
        { name: "equals", kind: "value", wire: "{field}" },
        { name: "in", kind: "list", value: statusInValue, wire: "{field}__in", style: "pipe" },
      ],
    },
    { name: "color", value: stringValue, operators: inOperators },
    { name: "path", value: stringValue, operators: startswithOperators },
    { name: "weight", value: numberValue, operators: inIsnullOperators },
    { name: "day", value: dateValue, operators: lteOperators },
  ],
  others: ["day", "$filter", "source__slug", "exclude_fields"],
};

/** The value as the query of listOrders, or what is wrong with it. */
export function validateListOrdersQuery(value: unknown, options?: ValidateOptions): Result<ListOrdersQuery> {
  return validateQuery<ListOrdersQuery>(value, filterTable, options);
}

export function isListOrdersQuery(value: unknown): value is ListOrdersQuery {
  return validateListOrdersQuery(value, { abortEarly: true }).issues === undefined;
}

/** `validateListOrdersQuery` behind the interface of Standard Schema. */
export const ListOrdersQuerySchema: StandardSchema<ListOrdersQuery> =
  /* @__PURE__ */ standardSchema(validateListOrdersQuery);

/** The operators of status. */
export interface ListOrdersStatusOperators {
  readonly equals?: "new" | "sent";
  readonly in?: readonly ("new" | "sent" | "any")[];
}

/** The filters by field: a value, or operators. */
export interface ListOrdersWhere {
  readonly total?: number | GteFilterNotEquals<number>;
  readonly customer__address__city?: string | IcontainsOperators<string>;
  readonly placed?: BeforeAfterOperators<DateTime>;
  readonly status?: "new" | "sent" | ListOrdersStatusOperators;
  readonly color?: string | InOperators<string>;
  readonly path?: string | StartswithOperators<string>;
  readonly weight?: number | InIsnullOperators<number>;
  readonly day?: LteOperators<DateOnly>;
}

/** The filters in a query string, or an issue for each parameter that is unknown or has a wrong value. */
export function readListOrdersWhere(parameters: URLSearchParams): Result<ListOrdersWhere> {
  return readWhere<ListOrdersWhere>(filterTable, parameters);
}

/** The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks. */
export function writeListOrdersWhere(where: ListOrdersWhere): URLSearchParams {
  return writeWhere(filterTable, where);
}
