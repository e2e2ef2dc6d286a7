import type { ContainsOperators, EqualsFilter, GteLtOperators, InOperators } from "../filters/operators.js";
import { containsOperators, equalsOperators, gteLtOperators, inOperators } from "../filters/tables.js";
import { type FilterTable, type FilterValue, readWhere, validateQuery, writeWhere } from "../runtime/filters.js";
import type { Result, ValidateOptions } from "../runtime/issue.js";
import type { DateTime } from "../runtime/scalars.js";
import { type StandardSchema, standardSchema } from "../runtime/standard-schema.js";

export type ListArticlesTitleParameter = "filter[title]" | "filter[title][contains]";

export type ListArticlesPublishedAtParameter = "filter[published_at][gte]" | "filter[published_at][lt]";

export type ListArticlesStateParameter = "filter[state]" | "filter[state][not]";

export type ListArticlesTagParameter = "filter[tag][in][]";

/** The name of every filter parameter. */
export type ListArticlesFilterParameter =
  | ListArticlesTitleParameter
  | ListArticlesPublishedAtParameter
  | ListArticlesStateParameter
  | ListArticlesTagParameter;

/** The query parameters of listArticles. */
export interface ListArticlesQuery {
  /** The title. */
  readonly "filter[title]"?: string;
  readonly "filter[title][contains]"?: string;
  readonly "filter[published_at][gte]"?: DateTime;
  readonly "filter[published_at][lt]"?: DateTime;
  readonly "filter[state]"?: "draft" | "published";
  readonly "filter[state][not]"?: "draft" | "published";
  readonly "filter[tag][in][]"?: readonly string[];
  readonly title?: string;
  readonly "page[size]"?: number;
  readonly "page[number]"?: number;
  readonly "fields[articles]"?: string;
}

const stringValue: FilterValue = { parse: "string", is: () => true, expected: "a string", code: "type" };

const dateTimeValue: FilterValue = {
  parse: "string",
  is: (value) => !Number.isNaN(Date.parse(String(value))),
  expected: "a date and time such as 2026-02-28T08:30:06Z",
};

const stateValue: FilterValue = {
  parse: "string",
  is: (value) => value === "draft" || value === "published",
  expected: 'one of "draft", "published"',
  code: "enum",
};

export const filterTable: FilterTable = {
  fields: [
    { name: "title", value: stringValue, operators: containsOperators },
    { name: "published_at", value: dateTimeValue, operators: gteLtOperators },
    { name: "state", value: stateValue, operators: equalsOperators },
    { name: "tag", value: stringValue, operators: inOperators },
  ],
  others: ["title", "page[size]", "page[number]", "fields[articles]"],
};

/** The value as the query of listArticles, or what is wrong with it. */
export function validateListArticlesQuery(value: unknown, options?: ValidateOptions): Result<ListArticlesQuery> {
  return validateQuery<ListArticlesQuery>(value, filterTable, options);
}

export function isListArticlesQuery(value: unknown): value is ListArticlesQuery {
  return validateListArticlesQuery(value, { abortEarly: true }).issues === undefined;
}

/** `validateListArticlesQuery` behind the interface of Standard Schema. */
export const ListArticlesQuerySchema: StandardSchema<ListArticlesQuery> =
  /* @__PURE__ */ standardSchema(validateListArticlesQuery);

/** The filters by field: a value, or operators. */
export interface ListArticlesWhere {
  /** The title. */
  readonly title?: string | ContainsOperators<string>;
  readonly published_at?: GteLtOperators<DateTime>;
  readonly state?: "draft" | "published" | EqualsFilter<"draft" | "published">;
  readonly tag?: InOperators<string>;
}

/** The filters in a query string, or an issue for each parameter that is unknown or has a wrong value. */
export function readListArticlesWhere(parameters: URLSearchParams): Result<ListArticlesWhere> {
  return readWhere<ListArticlesWhere>(filterTable, parameters);
}

/** The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks. */
export function writeListArticlesWhere(where: ListArticlesWhere): URLSearchParams {
  return writeWhere(filterTable, where);
}
