import type { EqualsFilter, GteFilterNotEquals, IcEmptyFilterNotEqualsIc } from "../filters/operators.js";
import { equalsOperators, gteOperators, icEmptyOperators } from "../filters/tables.js";
import { type FilterTable, type FilterValue, readWhere, validateQuery, writeWhere } from "../runtime/filters.js";
import type { Result, ValidateOptions } from "../runtime/issue.js";
import { type StandardSchema, standardSchema } from "../runtime/standard-schema.js";

export type ListDevicesIdParameter = "id" | "id__n" | "id__gte";

export type ListDevicesNameParameter = "name" | "name__n" | "name__ic" | "name__nic" | "name__empty";

export type ListDevicesStatusParameter = "status" | "status__n";

/** The name of every filter parameter. */
export type ListDevicesFilterParameter = ListDevicesIdParameter | ListDevicesNameParameter | ListDevicesStatusParameter;

/** The query parameters of listDevices. */
export interface ListDevicesQuery {
  readonly id?: readonly number[];
  readonly id__n?: readonly number[];
  readonly id__gte?: readonly number[];
  /** Its name. */
  readonly name?: readonly string[];
  readonly name__n?: readonly string[];
  readonly name__ic?: readonly string[];
  readonly name__nic?: readonly string[];
  readonly name__empty?: boolean;
  readonly status?: readonly ("active" | "planned")[];
  readonly status__n?: readonly ("active" | "planned")[];
  readonly q?: string;
  readonly limit?: number;
  readonly rack__slug?: string;
}

const integerValue: FilterValue = { parse: "integer", is: () => true, expected: "an integer", code: "type" };

const stringValue: FilterValue = { parse: "string", is: () => true, expected: "a string", code: "type" };

const statusValue: FilterValue = {
  parse: "string",
  is: (value) => value === "active" || value === "planned",
  expected: 'one of "active", "planned"',
  code: "enum",
};

export const filterTable: FilterTable = {
  fields: [
    { name: "id", value: integerValue, operators: gteOperators },
    { name: "name", value: stringValue, operators: icEmptyOperators },
    { name: "status", value: statusValue, operators: equalsOperators },
  ],
  others: ["q", "limit", "rack__slug"],
};

/** The value as the query of listDevices, or what is wrong with it. */
export function validateListDevicesQuery(value: unknown, options?: ValidateOptions): Result<ListDevicesQuery> {
  return validateQuery<ListDevicesQuery>(value, filterTable, options);
}

export function isListDevicesQuery(value: unknown): value is ListDevicesQuery {
  return validateListDevicesQuery(value, { abortEarly: true }).issues === undefined;
}

/** `validateListDevicesQuery` behind the interface of Standard Schema. */
export const ListDevicesQuerySchema: StandardSchema<ListDevicesQuery> =
  /* @__PURE__ */ standardSchema(validateListDevicesQuery);

/** The filters by field: a value, or operators. */
export interface ListDevicesWhere {
  readonly id?: readonly number[] | GteFilterNotEquals<number>;
  /** Its name. */
  readonly name?: readonly string[] | IcEmptyFilterNotEqualsIc<string>;
  readonly status?: readonly ("active" | "planned")[] | EqualsFilter<"active" | "planned">;
}

/** The filters in a query string, or an issue for each parameter that is unknown or has a wrong value. */
export function readListDevicesWhere(parameters: URLSearchParams): Result<ListDevicesWhere> {
  return readWhere<ListDevicesWhere>(filterTable, parameters);
}

/** The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks. */
export function writeListDevicesWhere(where: ListDevicesWhere): URLSearchParams {
  return writeWhere(filterTable, where);
}
