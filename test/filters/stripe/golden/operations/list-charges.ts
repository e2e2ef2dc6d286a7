import type { GteInExistsOperators, GteLteOperators, RangeOperators } from "../filters/operators.js";
import { equalsOperators, gteInExistsOperators, gteLteOperators, rangeOperators } from "../filters/tables.js";
import { type FilterTable, type FilterValue, readWhere, validateQuery, writeWhere } from "../runtime/filters.js";
import type { Result, ValidateOptions } from "../runtime/issue.js";
import type { DateOnly } from "../runtime/scalars.js";
import { type StandardSchema, standardSchema } from "../runtime/standard-schema.js";

export type ListChargesCreatedParameter = "created" | "created[gt]" | "created[gte]" | "created[lt]" | "created[lte]";

export type ListChargesAmountParameter = "amount[gte]" | "amount[in][]" | "amount[exists]";

export type ListChargesStatusParameter = "filter[status]";

export type ListChargesPaidOnParameter = "filter[paid_on][gte]" | "filter[paid_on][lte]";

/** The name of every filter parameter. */
export type ListChargesFilterParameter =
  | ListChargesCreatedParameter
  | ListChargesAmountParameter
  | ListChargesStatusParameter
  | ListChargesPaidOnParameter;

/** The query parameters of listCharges. */
export interface ListChargesQuery {
  /** When it was made. */
  readonly created?: string;
  readonly amount?: string;
  readonly filter?: string;
  readonly metadata?: string;
  readonly shipping?: string;
  readonly limit?: number;
}

const integerValue: FilterValue = { parse: "integer", is: () => true, expected: "an integer", code: "type" };

const numberValue: FilterValue = { parse: "number", is: () => true, expected: "a number", code: "type" };

const statusValue: FilterValue = {
  parse: "string",
  is: (value) => value === "open" || value === "paid",
  expected: 'one of "open", "paid"',
  code: "enum",
};

const dateValue: FilterValue = {
  parse: "string",
  is: (value) => !Number.isNaN(Date.parse(String(value))),
  expected: "a date such as 2026-02-28",
};

export const filterTable: FilterTable = {
  fields: [
    { name: "created", value: integerValue, operators: rangeOperators, object: ["created"], exclusive: true },
    { name: "amount", value: numberValue, operators: gteInExistsOperators, object: ["amount"] },
    { name: "status", value: statusValue, operators: equalsOperators, object: ["filter", "status"], exclusive: true },
    { name: "paid_on", value: dateValue, operators: gteLteOperators, object: ["filter", "paid_on"] },
  ],
  others: [
    "created",
    "created[",
    "amount",
    "amount[",
    "filter",
    "filter[",
    "metadata",
    "metadata[",
    "shipping",
    "shipping[",
    "limit",
  ],
};

/** The value as the query of listCharges, or what is wrong with it. */
export function validateListChargesQuery(value: unknown, options?: ValidateOptions): Result<ListChargesQuery> {
  return validateQuery<ListChargesQuery>(value, filterTable, options);
}

export function isListChargesQuery(value: unknown): value is ListChargesQuery {
  return validateListChargesQuery(value, { abortEarly: true }).issues === undefined;
}

/** `validateListChargesQuery` behind the interface of Standard Schema. */
export const ListChargesQuerySchema: StandardSchema<ListChargesQuery> =
  /* @__PURE__ */ standardSchema(validateListChargesQuery);

/** The filters by field: a value, or operators. */
export interface ListChargesWhere {
  /** When it was made. */
  readonly created?: number | RangeOperators<number>;
  readonly amount?: GteInExistsOperators<number>;
  readonly status?: "open" | "paid";
  readonly paid_on?: GteLteOperators<DateOnly>;
}

/** The filters in a query string, or an issue for each parameter that is unknown or has a wrong value. */
export function readListChargesWhere(parameters: URLSearchParams): Result<ListChargesWhere> {
  return readWhere<ListChargesWhere>(filterTable, parameters);
}

/** The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks. */
export function writeListChargesWhere(where: ListChargesWhere): URLSearchParams {
  return writeWhere(filterTable, where);
}
