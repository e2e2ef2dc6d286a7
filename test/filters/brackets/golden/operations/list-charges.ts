import type { ExactOperators, GteLteOperators, NeContainsOperators, RangeOperators } from "../filters/operators.js";
import { exactOperators, gteLteOperators, neContainsOperators, rangeOperators } from "../filters/tables.js";
import { type FilterTable, type FilterValue, readWhere, validateQuery, writeWhere } from "../runtime/filters.js";
import type { Result, ValidateOptions } from "../runtime/issue.js";
import { type StandardSchema, standardSchema } from "../runtime/standard-schema.js";

export type ListChargesCreatedParameter = "created" | "created[gt]" | "created[gte]" | "created[lt]" | "created[lte]";

export type ListChargesAmountParameter = "amount" | "amount[gte]" | "amount[lte]";

export type ListChargesStatusParameter = "status" | "status[ne]" | "status[in]" | "status[nin]";

export type ListChargesLabelsParameter = "labels" | "labels[ne]" | "labels[contains]";

/** The name of every filter parameter. */
export type ListChargesFilterParameter =
  | ListChargesCreatedParameter
  | ListChargesAmountParameter
  | ListChargesStatusParameter
  | ListChargesLabelsParameter;

/** The query parameters of listCharges. */
export interface ListChargesQuery {
  /** When it was made, in seconds since 1970. */
  readonly created?: number;
  readonly "created[gt]"?: number;
  readonly "created[gte]"?: number;
  readonly "created[lt]"?: number;
  readonly "created[lte]"?: number;
  readonly amount?: number;
  readonly "amount[gte]"?: number;
  readonly "amount[lte]"?: number;
  readonly status?: "open" | "paid" | 'it\'s "void"';
  readonly "status[ne]"?: "open" | "paid" | 'it\'s "void"';
  readonly "status[in]"?: readonly ("open" | "paid" | 'it\'s "void"')[];
  readonly "status[nin]"?: readonly ("open" | "paid" | 'it\'s "void"')[];
  readonly labels?: readonly string[];
  readonly "labels[ne]"?: readonly string[];
  readonly "labels[contains]"?: string;
  readonly "page[size]"?: number;
}

const integerValue: FilterValue = { parse: "integer", is: () => true, expected: "an integer", code: "type" };

const statusValue: FilterValue = {
  parse: "string",
  is: (value) => value === "open" || value === "paid" || value === 'it\'s "void"',
  expected: 'one of "open", "paid", "it\'s \\"void\\""',
  code: "enum",
};

const stringValue: FilterValue = { parse: "string", is: () => true, expected: "a string", code: "type" };

export const filterTable: FilterTable = {
  fields: [
    { name: "created", value: integerValue, operators: rangeOperators },
    { name: "amount", value: integerValue, operators: gteLteOperators },
    { name: "status", value: statusValue, operators: exactOperators },
    { name: "labels", value: stringValue, operators: neContainsOperators },
  ],
  others: ["page[size]"],
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
  /** When it was made, in seconds since 1970. */
  readonly created?: number | RangeOperators<number>;
  readonly amount?: number | GteLteOperators<number>;
  readonly status?: "open" | "paid" | 'it\'s "void"' | ExactOperators<"open" | "paid" | 'it\'s "void"'>;
  readonly labels?: readonly string[] | NeContainsOperators<string>;
}

/** The filters in a query string, or an issue for each parameter that is unknown or has a wrong value. */
export function readListChargesWhere(parameters: URLSearchParams): Result<ListChargesWhere> {
  return readWhere<ListChargesWhere>(filterTable, parameters);
}

/** The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks. */
export function writeListChargesWhere(where: ListChargesWhere): URLSearchParams {
  return writeWhere(filterTable, where);
}
