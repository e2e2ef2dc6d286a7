import type { AfterBeforeOperators, GreaterThanBetweenOperators, StartsWithOperators } from "../filters/operators.js";
import { afterBeforeOperators, greaterThanBetweenOperators, startsWithOperators } from "../filters/tables.js";
import { type FilterTable, type FilterValue, readWhere, validateQuery, writeWhere } from "../runtime/filters.js";
import type { Result, ValidateOptions } from "../runtime/issue.js";
import type { DateOnly, DateTime } from "../runtime/scalars.js";
import { type StandardSchema, standardSchema } from "../runtime/standard-schema.js";

export type FindCustomersNameParameter = "Name" | "NameStartsWith";

export type FindCustomersCreatedParameter = "CreatedAfter" | "CreatedBefore";

export type FindCustomersAgeParameter = "AgeGreaterThan" | "AgeBetween";

/** The name of every filter parameter. */
export type FindCustomersFilterParameter =
  | FindCustomersNameParameter
  | FindCustomersCreatedParameter
  | FindCustomersAgeParameter;

/** The query parameters of findCustomers. */
export interface FindCustomersQuery {
  readonly Name?: string;
  readonly NameStartsWith?: string;
  readonly CreatedAfter?: DateTime;
  readonly CreatedBefore?: DateTime;
  readonly AgeGreaterThan?: number;
  readonly AgeBetween?: readonly number[];
  readonly LoggedIn?: boolean;
  readonly DateFrom?: DateOnly;
}

const stringValue: FilterValue = { parse: "string", is: () => true, expected: "a string", code: "type" };

const dateTimeValue: FilterValue = {
  parse: "string",
  is: (value) => !Number.isNaN(Date.parse(String(value))),
  expected: "a date and time such as 2026-02-28T08:30:06Z",
};

const integerValue: FilterValue = { parse: "integer", is: () => true, expected: "an integer", code: "type" };

export const filterTable: FilterTable = {
  fields: [
    { name: "Name", value: stringValue, operators: startsWithOperators },
    { name: "Created", value: dateTimeValue, operators: afterBeforeOperators },
    { name: "Age", value: integerValue, operators: greaterThanBetweenOperators },
  ],
  others: ["LoggedIn", "DateFrom"],
};

/** The value as the query of findCustomers, or what is wrong with it. */
export function validateFindCustomersQuery(value: unknown, options?: ValidateOptions): Result<FindCustomersQuery> {
  return validateQuery<FindCustomersQuery>(value, filterTable, options);
}

export function isFindCustomersQuery(value: unknown): value is FindCustomersQuery {
  return validateFindCustomersQuery(value, { abortEarly: true }).issues === undefined;
}

/** `validateFindCustomersQuery` behind the interface of Standard Schema. */
export const FindCustomersQuerySchema: StandardSchema<FindCustomersQuery> =
  /* @__PURE__ */ standardSchema(validateFindCustomersQuery);

/** The filters by field: a value, or operators. */
export interface FindCustomersWhere {
  readonly Name?: string | StartsWithOperators<string>;
  readonly Created?: AfterBeforeOperators<DateTime>;
  readonly Age?: GreaterThanBetweenOperators<number>;
}

/** The filters in a query string, or an issue for each parameter that is unknown or has a wrong value. */
export function readFindCustomersWhere(parameters: URLSearchParams): Result<FindCustomersWhere> {
  return readWhere<FindCustomersWhere>(filterTable, parameters);
}

/** The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks. */
export function writeFindCustomersWhere(where: FindCustomersWhere): URLSearchParams {
  return writeWhere(filterTable, where);
}
