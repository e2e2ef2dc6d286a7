import type { ExactOperators, RangeOperators } from "../filters/operators.js";
import { exactOperators, filterDialect, rangeOperators } from "../filters/tables.js";
import { type FilterTable, type FilterValue, readWhere, validateQuery, writeWhere } from "../runtime/filters.js";
import type { Result, ValidateOptions } from "../runtime/issue.js";
import type { DateOnly, DateTime, Uuid } from "../runtime/scalars.js";
import { type StandardSchema, standardSchema } from "../runtime/standard-schema.js";

export type ListBooksPublishedAtParameter =
  | "published_at"
  | "published_at__gt"
  | "published_at__gte"
  | "published_at__in"
  | "published_at__isnull"
  | "published_at__lt"
  | "published_at__lte";

export type ListBooksTitleParameter = "title" | "title__icontains" | "title__iregex" | "title__in";

export type ListBooksShelfParameter = "shelf" | "shelf__in" | "shelf__isnull";

export type ListBooksAuthorBornParameter = "author__born__year" | "author__born__gte" | "author__born__lt";

/** The name of every filter parameter. */
export type ListBooksFilterParameter =
  | ListBooksPublishedAtParameter
  | ListBooksTitleParameter
  | ListBooksShelfParameter
  | ListBooksAuthorBornParameter;

/** A value of ordering. */
export type ListBooksOrderBy = "title" | "-title";

/** The query parameters of listBooks. */
export interface ListBooksQuery {
  readonly page?: number;
  readonly ordering?: ListBooksOrderBy;
  /** When the book came out. */
  readonly published_at?: DateTime;
  readonly published_at__gt?: DateTime;
  readonly published_at__gte?: DateTime;
  readonly published_at__in?: readonly DateTime[];
  readonly published_at__isnull?: boolean;
  readonly published_at__lt?: DateTime;
  readonly published_at__lte?: DateTime;
  readonly title?: string;
  readonly title__icontains?: string;
  readonly title__iregex?: string;
  readonly title__in?: readonly string[];
  readonly shelf?: Uuid;
  readonly shelf__in?: readonly Uuid[];
  readonly shelf__isnull?: boolean;
  readonly author__born__year?: number;
  readonly author__born__gte?: DateOnly;
  readonly author__born__lt?: DateOnly;
  readonly source__slug?: string;
  readonly stock__gt?: number;
  readonly is_active?: boolean;
  readonly rating?: number;
  readonly rating__gt?: number;
  readonly rating__lt?: number;
}

const dateTimeValue: FilterValue = {
  parse: "string",
  is: (value) => !Number.isNaN(Date.parse(String(value))),
  expected: "a date and time such as 2026-02-28T08:30:06Z",
};

const stringValue: FilterValue = { parse: "string", is: () => true, expected: "a string", code: "type" };

const uuidValue: FilterValue = { parse: "string", is: () => true, expected: "a UUID" };

const dateValue: FilterValue = {
  parse: "string",
  is: (value) => !Number.isNaN(Date.parse(String(value))),
  expected: "a date such as 2026-02-28",
};

export const filterTable: FilterTable = {
  dialect: filterDialect,
  fields: [
    { name: "published_at", value: dateTimeValue, operators: rangeOperators, negatable: false },
    {
      name: "title",
      value: stringValue,
      operators: [
        { name: "icontains", kind: "text" },
        { name: "iregex", kind: "text" },
        { name: "in", kind: "list" },
      ],
      negatable: false,
    },
    { name: "shelf", value: uuidValue, operators: exactOperators, negatable: false },
    {
      name: "author__born",
      value: dateValue,
      operators: [
        { name: "year", kind: "integer" },
        { name: "gte", kind: "value" },
        { name: "lt", kind: "value" },
      ],
      negatable: false,
      bare: false,
    },
  ],
  others: ["page", "ordering", "source__slug", "stock__gt", "is_active", "rating", "rating__gt", "rating__lt"],
};

/** The value as the query of listBooks, or what is wrong with it. */
export function validateListBooksQuery(value: unknown, options?: ValidateOptions): Result<ListBooksQuery> {
  return validateQuery<ListBooksQuery>(value, filterTable, options);
}

export function isListBooksQuery(value: unknown): value is ListBooksQuery {
  return validateListBooksQuery(value, { abortEarly: true }).issues === undefined;
}

/** `validateListBooksQuery` behind the interface of Standard Schema. */
export const ListBooksQuerySchema: StandardSchema<ListBooksQuery> =
  /* @__PURE__ */ standardSchema(validateListBooksQuery);

/** The operators of title. */
export interface ListBooksTitleOperators {
  readonly equals?: string;
  readonly icontains?: string;
  readonly iregex?: string;
  readonly in?: readonly string[];
}

/** The operators of author__born. */
export interface ListBooksAuthorBornOperators {
  readonly year?: number;
  readonly gte?: DateOnly;
  readonly lt?: DateOnly;
}

/** The filters by field: a value, or operators. */
export interface ListBooksWhere {
  /** When the book came out. */
  readonly published_at?: DateTime | RangeOperators<DateTime>;
  readonly title?: string | ListBooksTitleOperators;
  readonly shelf?: Uuid | ExactOperators<Uuid>;
  readonly author__born?: ListBooksAuthorBornOperators;
}

/** The filters in a query string, or an issue for each parameter that is unknown or has a wrong value. */
export function readListBooksWhere(parameters: URLSearchParams): Result<ListBooksWhere> {
  return readWhere<ListBooksWhere>(filterTable, parameters);
}

/** The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks. */
export function writeListBooksWhere(where: ListBooksWhere): URLSearchParams {
  return writeWhere(filterTable, where);
}
