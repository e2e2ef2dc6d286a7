import type {
  EqualsFilter,
  LikeDepthWeightFilterNotLike,
  RangeFilter,
  RangeFilter3,
  RangeFilterNotEqualsIn,
  RangeOperators,
} from "../filters/operators.js";
import {
  equalsOperators,
  equalsOperators2,
  likeDepthWeightOperators,
  rangeOperators,
  rangeOperators2,
  rangeOperators3,
  rangeOperators4,
} from "../filters/tables.js";
import { type FilterTable, type FilterValue, readWhere, validateQuery, writeWhere } from "../runtime/filters.js";
import type { Result, ValidateOptions } from "../runtime/issue.js";
import type { DateOnly } from "../runtime/scalars.js";
import { type StandardSchema, standardSchema } from "../runtime/standard-schema.js";

export type ListPeopleFirstNameParameter =
  | "first-name"
  | "!first-name"
  | "filter[first-name][$gte]"
  | "!filter[first-name][$gte]"
  | "filter[first-name][$in]"
  | "!filter[first-name][$in]"
  | "filter[first-name][like]"
  | "!filter[first-name][like]";

export type ListPeopleLevelParameter =
  | "level"
  | "!level"
  | "filter[level][$gte]"
  | "filter[level][$in]"
  | "!filter[level][$in]"
  | "filter[level][empty]";

export type ListPeopleBornParameter = "born" | "filter[born][$gte]" | "filter[born][$in]" | "filter[born][empty]";

export type ListPeopleClassParameter =
  | "class"
  | "filter[class][like]"
  | "!filter[class][like]"
  | "filter[class][depth]"
  | "filter[class][weight]";

export type ListPeopleProtoParameter =
  | "__proto__"
  | "!__proto__"
  | "filter[__proto__][$gte]"
  | "!filter[__proto__][$gte]"
  | "filter[__proto__][$in]"
  | "!filter[__proto__][$in]"
  | "filter[__proto__][empty]"
  | "!filter[__proto__][empty]";

export type ListPeopleGteParameter = "gte" | "!gte";

export type ListPeopleExactParameter = "exact";

/** The name of every filter parameter. */
export type ListPeopleFilterParameter =
  | ListPeopleFirstNameParameter
  | ListPeopleLevelParameter
  | ListPeopleBornParameter
  | ListPeopleClassParameter
  | ListPeopleProtoParameter
  | ListPeopleGteParameter
  | ListPeopleExactParameter;

/** The query parameters of listPeople. */
export interface ListPeopleQuery {
  /** Ends a comment: *\/ */
  readonly q: string;
  /** The name. */
  readonly "first-name"?: string;
  readonly "!first-name"?: string;
  readonly "filter[first-name][$gte]"?: string;
  readonly "!filter[first-name][$gte]"?: string;
  readonly "filter[first-name][$in]"?: readonly string[];
  readonly "!filter[first-name][$in]"?: readonly string[];
  readonly "filter[first-name][like]"?: string;
  readonly "!filter[first-name][like]"?: string;
  readonly level?: 0 | 1 | 2;
  readonly "!level"?: 0 | 1 | 2;
  readonly "filter[level][$gte]"?: 0 | 1 | 2;
  readonly "filter[level][$in]"?: readonly (0 | 1 | 2)[];
  readonly "!filter[level][$in]"?: readonly (0 | 1 | 2)[];
  readonly "filter[level][empty]"?: boolean;
  readonly born?: DateOnly;
  readonly "filter[born][$gte]"?: DateOnly;
  readonly "filter[born][$in]"?: readonly DateOnly[];
  readonly "filter[born][empty]"?: boolean;
  readonly class?: boolean;
  readonly "filter[class][like]"?: string;
  readonly "!filter[class][like]"?: string;
  readonly "filter[class][depth]"?: number;
  readonly "filter[class][weight]"?: number;
  readonly __proto__?: string;
  readonly "!__proto__"?: string;
  readonly "filter[__proto__][$gte]"?: string;
  readonly "!filter[__proto__][$gte]"?: string;
  readonly "filter[__proto__][$in]"?: readonly string[];
  readonly "!filter[__proto__][$in]"?: readonly string[];
  readonly "filter[__proto__][empty]"?: boolean;
  readonly "!filter[__proto__][empty]"?: boolean;
  readonly gte?: string;
  readonly "!gte"?: string;
  readonly exact?: number;
}

const stringValue: FilterValue = { parse: "string", is: () => true, expected: "a string", code: "type" };

const levelValue: FilterValue = {
  parse: "integer",
  is: (value) => value === 0 || value === 1 || value === 2,
  expected: "one of 0, 1, 2",
  code: "enum",
};

const dateValue: FilterValue = {
  parse: "string",
  is: (value) => !Number.isNaN(Date.parse(String(value))),
  expected: "a date such as 2026-02-28",
};

const booleanValue: FilterValue = { parse: "boolean", is: () => true, expected: "true or false", code: "type" };

const numberValue: FilterValue = { parse: "number", is: () => true, expected: "a number", code: "type" };

export const filterTable: FilterTable = {
  fields: [
    { name: "first-name", value: stringValue, operators: rangeOperators2 },
    { name: "level", value: levelValue, operators: rangeOperators3 },
    { name: "born", value: dateValue, operators: rangeOperators4 },
    { name: "class", value: booleanValue, operators: likeDepthWeightOperators },
    { name: "__proto__", value: stringValue, operators: rangeOperators },
    { name: "gte", value: stringValue, operators: equalsOperators },
    { name: "exact", value: numberValue, operators: equalsOperators2 },
  ],
  others: ["q"],
};

/** The value as the query of listPeople, or what is wrong with it. */
export function validateListPeopleQuery(value: unknown, options?: ValidateOptions): Result<ListPeopleQuery> {
  return validateQuery<ListPeopleQuery>(value, filterTable, options);
}

export function isListPeopleQuery(value: unknown): value is ListPeopleQuery {
  return validateListPeopleQuery(value, { abortEarly: true }).issues === undefined;
}

/** `validateListPeopleQuery` behind the interface of Standard Schema. */
export const ListPeopleQuerySchema: StandardSchema<ListPeopleQuery> =
  /* @__PURE__ */ standardSchema(validateListPeopleQuery);

/** The filters by field: a value, or operators. */
export interface ListPeopleWhere {
  /** The name. */
  readonly "first-name"?: string | RangeFilter3<string>;
  readonly level?: 0 | 1 | 2 | RangeFilterNotEqualsIn<0 | 1 | 2>;
  readonly born?: DateOnly | RangeOperators<DateOnly>;
  readonly class?: boolean | LikeDepthWeightFilterNotLike<boolean>;
  readonly __proto__?: string | RangeFilter<string>;
  readonly gte?: string | EqualsFilter<string>;
  readonly exact?: number;
}

/** The filters in a query string, or an issue for each parameter that is unknown or has a wrong value. */
export function readListPeopleWhere(parameters: URLSearchParams): Result<ListPeopleWhere> {
  return readWhere<ListPeopleWhere>(filterTable, parameters);
}

/** The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks. */
export function writeListPeopleWhere(where: ListPeopleWhere): URLSearchParams {
  return writeWhere(filterTable, where);
}
