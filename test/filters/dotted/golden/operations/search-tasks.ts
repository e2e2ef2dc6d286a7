import type {
  ExactFilterNotEquals,
  ExactOperators,
  InGreaterThanOperators,
  RangeFilter,
  TimeOperators,
} from "../filters/operators.js";
import {
  exactOperators,
  exactOperators2,
  inGreaterThanOperators,
  rangeOperators,
  timeOperators,
} from "../filters/tables.js";
import { type FilterTable, type FilterValue, readWhere, validateQuery, writeWhere } from "../runtime/filters.js";
import type { Result, ValidateOptions } from "../runtime/issue.js";
import type { DateOnly } from "../runtime/scalars.js";
import { type StandardSchema, standardSchema } from "../runtime/standard-schema.js";

export type SearchTasksAssigneeParameter = "assignee.not" | "assignee.any";

export type SearchTasksDueOnParameter = "due_on" | "due_on.before" | "due_on.after";

export type SearchTasksAgeParameter = "age.equals" | "age.in" | "age.greaterThan";

export type SearchTasksEffortParameter =
  | "effort"
  | "effort.not"
  | "effort.gt"
  | "effort.gt.not"
  | "effort.gte"
  | "effort.gte.not"
  | "effort.lt"
  | "effort.lt.not"
  | "effort.lte"
  | "effort.lte.not";

export type SearchTasksTeamsParameter = "teams.any";

/** The name of every filter parameter. */
export type SearchTasksFilterParameter =
  | SearchTasksAssigneeParameter
  | SearchTasksDueOnParameter
  | SearchTasksAgeParameter
  | SearchTasksEffortParameter
  | SearchTasksTeamsParameter;

/** The query parameters of searchTasks. */
export interface SearchTasksQuery {
  readonly "assignee.not"?: string;
  readonly "assignee.any"?: string;
  readonly due_on?: DateOnly;
  readonly "due_on.before"?: DateOnly;
  readonly "due_on.after"?: DateOnly;
  readonly "age.equals"?: number;
  readonly "age.in"?: readonly number[];
  readonly "age.greaterThan"?: number;
  readonly effort?: number;
  readonly "effort.not"?: number;
  readonly "effort.gt"?: number;
  readonly "effort.gt.not"?: number;
  readonly "effort.gte"?: number;
  readonly "effort.gte.not"?: number;
  readonly "effort.lt"?: number;
  readonly "effort.lt.not"?: number;
  readonly "effort.lte"?: number;
  readonly "effort.lte.not"?: number;
  readonly "teams.any"?: string;
}

const stringValue: FilterValue = { parse: "string", is: () => true, expected: "a string", code: "type" };

const dateValue: FilterValue = {
  parse: "string",
  is: (value) => !Number.isNaN(Date.parse(String(value))),
  expected: "a date such as 2026-02-28",
};

const integerValue: FilterValue = { parse: "integer", is: () => true, expected: "an integer", code: "type" };

const numberValue: FilterValue = { parse: "number", is: () => true, expected: "a number", code: "type" };

export const filterTable: FilterTable = {
  fields: [
    { name: "assignee", value: stringValue, operators: exactOperators2 },
    { name: "due_on", value: dateValue, operators: timeOperators },
    { name: "age", value: integerValue, operators: inGreaterThanOperators },
    { name: "effort", value: numberValue, operators: rangeOperators },
    { name: "teams", value: stringValue, operators: exactOperators },
  ],
  others: [],
};

/** The value as the query of searchTasks, or what is wrong with it. */
export function validateSearchTasksQuery(value: unknown, options?: ValidateOptions): Result<SearchTasksQuery> {
  return validateQuery<SearchTasksQuery>(value, filterTable, options);
}

export function isSearchTasksQuery(value: unknown): value is SearchTasksQuery {
  return validateSearchTasksQuery(value, { abortEarly: true }).issues === undefined;
}

/** `validateSearchTasksQuery` behind the interface of Standard Schema. */
export const SearchTasksQuerySchema: StandardSchema<SearchTasksQuery> =
  /* @__PURE__ */ standardSchema(validateSearchTasksQuery);

/** The filters by field: a value, or operators. */
export interface SearchTasksWhere {
  readonly assignee?: ExactFilterNotEquals<string>;
  readonly due_on?: DateOnly | TimeOperators<DateOnly>;
  readonly age?: number | InGreaterThanOperators<number>;
  readonly effort?: number | RangeFilter<number>;
  readonly teams?: ExactOperators<string>;
}

/** The filters in a query string, or an issue for each parameter that is unknown or has a wrong value. */
export function readSearchTasksWhere(parameters: URLSearchParams): Result<SearchTasksWhere> {
  return readWhere<SearchTasksWhere>(filterTable, parameters);
}

/** The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks. */
export function writeSearchTasksWhere(where: SearchTasksWhere): URLSearchParams {
  return writeWhere(filterTable, where);
}
