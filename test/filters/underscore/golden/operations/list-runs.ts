import type { GteLteOperators, LimitsOperators, NotInOperators } from "../filters/operators.js";
import { gteLteOperators, limitsOperators, notInOperators } from "../filters/tables.js";
import { type FilterTable, type FilterValue, readWhere, validateQuery, writeWhere } from "../runtime/filters.js";
import type { Result, ValidateOptions } from "../runtime/issue.js";
import type { DateTime } from "../runtime/scalars.js";
import { type StandardSchema, standardSchema } from "../runtime/standard-schema.js";

export type ListRunsStartDateParameter = "start_date_gte" | "start_date_lte";

export type ListRunsDurationParameter = "duration" | "duration_min" | "duration_max";

export type ListRunsStateParameter = "state" | "state_not_in";

/** The name of every filter parameter. */
export type ListRunsFilterParameter = ListRunsStartDateParameter | ListRunsDurationParameter | ListRunsStateParameter;

/** The query parameters of list-runs. */
export interface ListRunsQuery {
  readonly start_date_gte?: DateTime;
  readonly start_date_lte?: DateTime;
  readonly duration?: number;
  readonly duration_min?: number;
  readonly duration_max?: number;
  readonly state?: string;
  readonly state_not_in?: readonly string[];
  readonly updated_at?: string;
  readonly exclude_fields?: string;
  readonly ending_before?: string;
}

const dateTimeValue: FilterValue = {
  parse: "string",
  is: (value) => !Number.isNaN(Date.parse(String(value))),
  expected: "a date and time such as 2026-02-28T08:30:06Z",
};

const numberValue: FilterValue = { parse: "number", is: () => true, expected: "a number", code: "type" };

const stringValue: FilterValue = { parse: "string", is: () => true, expected: "a string", code: "type" };

export const filterTable: FilterTable = {
  fields: [
    { name: "start_date", value: dateTimeValue, operators: gteLteOperators },
    { name: "duration", value: numberValue, operators: limitsOperators },
    { name: "state", value: stringValue, operators: notInOperators },
  ],
  others: ["updated_at", "exclude_fields", "ending_before"],
};

/** The value as the query of list-runs, or what is wrong with it. */
export function validateListRunsQuery(value: unknown, options?: ValidateOptions): Result<ListRunsQuery> {
  return validateQuery<ListRunsQuery>(value, filterTable, options);
}

export function isListRunsQuery(value: unknown): value is ListRunsQuery {
  return validateListRunsQuery(value, { abortEarly: true }).issues === undefined;
}

/** `validateListRunsQuery` behind the interface of Standard Schema. */
export const ListRunsQuerySchema: StandardSchema<ListRunsQuery> = /* @__PURE__ */ standardSchema(validateListRunsQuery);

/** The filters by field: a value, or operators. */
export interface ListRunsWhere {
  readonly start_date?: GteLteOperators<DateTime>;
  readonly duration?: number | LimitsOperators<number>;
  readonly state?: string | NotInOperators<string>;
}

/** The filters in a query string, or an issue for each parameter that is unknown or has a wrong value. */
export function readListRunsWhere(parameters: URLSearchParams): Result<ListRunsWhere> {
  return readWhere<ListRunsWhere>(filterTable, parameters);
}

/** The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks. */
export function writeListRunsWhere(where: ListRunsWhere): URLSearchParams {
  return writeWhere(filterTable, where);
}
