import type { RangeOperators, TimeOperators } from "../filters/operators.js";
import { exactOperators, filterDialect, rangeOperators, timeOperators } from "../filters/tables.js";
import { type FilterTable, type FilterValue, readWhere, validateQuery, writeWhere } from "../runtime/filters.js";
import type { Result, ValidateOptions } from "../runtime/issue.js";
import type { DateOnly } from "../runtime/scalars.js";
import { type StandardSchema, standardSchema } from "../runtime/standard-schema.js";

export type SearchTasksAssigneeParameter = "assignee.any" | "assignee.not";

export type SearchTasksDueOnParameter = "due_on" | "due_on.before" | "due_on.after";

export type SearchTasksAgeParameter = "age.equals" | "age.greaterThan" | "age.in";

export type SearchTasksEffortParameter = "effort" | "effort.gt" | "effort.gte" | "effort.lt" | "effort.lte";

/** The name of every filter parameter. */
export type SearchTasksFilterParameter =
  | SearchTasksAssigneeParameter
  | SearchTasksDueOnParameter
  | SearchTasksAgeParameter
  | SearchTasksEffortParameter;

/** The query parameters of searchTasks. */
export interface SearchTasksQuery {
  readonly "assignee.any"?: readonly string[];
  readonly "assignee.not"?: string;
  readonly due_on?: DateOnly;
  readonly "due_on.before"?: DateOnly;
  readonly "due_on.after"?: DateOnly;
  readonly "age.equals"?: number;
  readonly "age.greaterThan"?: number;
  readonly "age.in"?: readonly number[];
  readonly effort?: number;
  readonly "effort.gt"?: number;
  readonly "effort.gte"?: number;
  readonly "effort.lt"?: number;
  readonly "effort.lte"?: number;
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
  dialect: filterDialect,
  fields: [
    { name: "assignee", value: stringValue, operators: exactOperators, negatable: false, bare: false },
    { name: "due_on", value: dateValue, operators: timeOperators, negatable: false },
    {
      name: "age",
      value: integerValue,
      operators: [
        { name: "equals", kind: "value" },
        { name: "greaterThan", kind: "value" },
        { name: "in", kind: "list" },
      ],
      negatable: false,
      bare: false,
    },
    { name: "effort", value: numberValue, operators: rangeOperators, negatable: false },
  ],
  others: ["teams.any"],
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

/** The operators of assignee. */
export interface SearchTasksAssigneeOperators {
  readonly any?: readonly string[];
  readonly not?: string;
}

/** The operators of age. */
export interface SearchTasksAgeOperators {
  readonly equals?: number;
  readonly greaterThan?: number;
  readonly in?: readonly number[];
}

/** The filters by field: a value, or operators. */
export interface SearchTasksWhere {
  readonly assignee?: SearchTasksAssigneeOperators;
  readonly due_on?: DateOnly | TimeOperators<DateOnly>;
  readonly age?: SearchTasksAgeOperators;
  readonly effort?: number | RangeOperators<number>;
}

/** The filters in a query string, or an issue for each parameter that is unknown or has a wrong value. */
export function readSearchTasksWhere(parameters: URLSearchParams): Result<SearchTasksWhere> {
  return readWhere<SearchTasksWhere>(filterTable, parameters);
}

/** The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks. */
export function writeSearchTasksWhere(where: SearchTasksWhere): URLSearchParams {
  return writeWhere(filterTable, where);
}
