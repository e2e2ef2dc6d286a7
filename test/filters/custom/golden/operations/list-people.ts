import type { RangeFilter, RangeFilter2, RangeOperators } from "../filters/operators.js";
import { filterDialect, rangeOperators, rangeOperators2 } from "../filters/tables.js";
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
  | "filter[class][depth]"
  | "filter[class][weight]"
  | "filter[class][like]"
  | "!filter[class][like]";

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
  readonly "filter[class][depth]"?: number;
  readonly "filter[class][weight]"?: number;
  readonly "filter[class][like]"?: string;
  readonly "!filter[class][like]"?: string;
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
  dialect: filterDialect,
  fields: [
    { name: "first-name", value: stringValue, operators: rangeOperators2, negatable: true },
    { name: "level", value: levelValue, operators: rangeOperators, negatable: ["equals", "$in"] },
    { name: "born", value: dateValue, operators: rangeOperators, negatable: false },
    {
      name: "class",
      value: booleanValue,
      operators: [
        { name: "depth", kind: "integer" },
        { name: "weight", kind: "number" },
        { name: "like", kind: "text" },
      ],
      negatable: ["like"],
    },
    { name: "__proto__", value: stringValue, operators: rangeOperators, negatable: true },
    { name: "gte", value: stringValue, operators: [], negatable: true },
    { name: "exact", value: numberValue, operators: [], negatable: false },
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

/** The operators of level, and under `not` those that must not hold. */
export interface ListPeopleLevelFilter extends RangeOperators<0 | 1 | 2> {
  readonly not?: Pick<RangeOperators<0 | 1 | 2>, "equals" | "$in">;
}

/** The operators of class. */
export interface ListPeopleClassOperators {
  readonly equals?: boolean;
  readonly depth?: number;
  readonly weight?: number;
  readonly like?: string;
}

/** The operators of class, and under `not` those that must not hold. */
export interface ListPeopleClassFilter extends ListPeopleClassOperators {
  readonly not?: Pick<ListPeopleClassOperators, "like">;
}

/** The operators of gte. */
export interface ListPeopleGteOperators {
  readonly equals?: string;
}

/** The operators of gte, and under `not` those that must not hold. */
export interface ListPeopleGteFilter extends ListPeopleGteOperators {
  readonly not?: ListPeopleGteOperators;
}

/** The filters by field: a value, or operators. */
export interface ListPeopleWhere {
  /** The name. */
  readonly "first-name"?: string | RangeFilter2<string>;
  readonly level?: 0 | 1 | 2 | ListPeopleLevelFilter;
  readonly born?: DateOnly | RangeOperators<DateOnly>;
  readonly class?: boolean | ListPeopleClassFilter;
  readonly __proto__?: string | RangeFilter<string>;
  readonly gte?: string | ListPeopleGteFilter;
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
