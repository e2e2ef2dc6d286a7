import type {
  ExactOperators,
  GtOperators,
  GteLtOperators,
  IcontainsIregexInOperators,
  RangeOperators,
} from "../filters/operators.js";
import {
  exactOperators,
  gtOperators,
  gteLtOperators,
  icontainsIregexInOperators,
  rangeOperators,
} from "../filters/tables.js";
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

export type ListBooksAuthorBornParameter = "author__born__gte" | "author__born__lt";

export type ListBooksStockParameter = "stock__gt";

/** The name of every filter parameter. */
export type ListBooksFilterParameter =
  | ListBooksPublishedAtParameter
  | ListBooksTitleParameter
  | ListBooksShelfParameter
  | ListBooksAuthorBornParameter
  | ListBooksStockParameter;

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

const integerValue: FilterValue = { parse: "integer", is: () => true, expected: "an integer", code: "type" };

export const filterTable: FilterTable = {
  fields: [
    { name: "published_at", value: dateTimeValue, operators: rangeOperators },
    { name: "title", value: stringValue, operators: icontainsIregexInOperators },
    { name: "shelf", value: uuidValue, operators: exactOperators },
    { name: "author__born", value: dateValue, operators: gteLtOperators },
    { name: "stock", value: integerValue, operators: gtOperators },
  ],
  others: ["page", "ordering", "author__born__year", "source__slug", "is_active", "rating", "rating__gt", "rating__lt"],
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

/** The filters by field: a value, or operators. */
export interface ListBooksWhere {
  /** When the book came out. */
  readonly published_at?: DateTime | RangeOperators<DateTime>;
  readonly title?: string | IcontainsIregexInOperators<string>;
  readonly shelf?: Uuid | ExactOperators<Uuid>;
  readonly author__born?: GteLtOperators<DateOnly>;
  readonly stock?: GtOperators<number>;
}

/** The filters in a query string, or an issue for each parameter that is unknown or has a wrong value. */
export function readListBooksWhere(parameters: URLSearchParams): Result<ListBooksWhere> {
  return readWhere<ListBooksWhere>(filterTable, parameters);
}

/** The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks. */
export function writeListBooksWhere(where: ListBooksWhere): URLSearchParams {
  return writeWhere(filterTable, where);
}
