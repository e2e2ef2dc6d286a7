import type { EqualsFilter, GteLtOperators } from "../filters/operators.js";
import { equalsOperators, gteLtOperators } from "../filters/tables.js";
import { type FilterTable, type FilterValue, readWhere, validateQuery, writeWhere } from "../runtime/filters.js";
import type { Result, ValidateOptions } from "../runtime/issue.js";
import { type StandardSchema, standardSchema } from "../runtime/standard-schema.js";

export type ListMeasurementsDepthParameter = "depth" | "depth>=" | "depth<";

export type ListMeasurementsStationParameter = "station" | "station!=";

/** The name of every filter parameter. */
export type ListMeasurementsFilterParameter = ListMeasurementsDepthParameter | ListMeasurementsStationParameter;

/** The query parameters of listMeasurements. */
export interface ListMeasurementsQuery {
  readonly depth?: number;
  readonly "depth>="?: number;
  readonly "depth<"?: number;
  readonly station?: string;
  readonly "station!="?: string;
}

const numberValue: FilterValue = { parse: "number", is: () => true, expected: "a number", code: "type" };

const stringValue: FilterValue = { parse: "string", is: () => true, expected: "a string", code: "type" };

export const filterTable: FilterTable = {
  fields: [
    { name: "depth", value: numberValue, operators: gteLtOperators },
    { name: "station", value: stringValue, operators: equalsOperators },
  ],
  others: [],
};

/** The value as the query of listMeasurements, or what is wrong with it. */
export function validateListMeasurementsQuery(
  value: unknown,
  options?: ValidateOptions,
): Result<ListMeasurementsQuery> {
  return validateQuery<ListMeasurementsQuery>(value, filterTable, options);
}

export function isListMeasurementsQuery(value: unknown): value is ListMeasurementsQuery {
  return validateListMeasurementsQuery(value, { abortEarly: true }).issues === undefined;
}

/** `validateListMeasurementsQuery` behind the interface of Standard Schema. */
export const ListMeasurementsQuerySchema: StandardSchema<ListMeasurementsQuery> =
  /* @__PURE__ */ standardSchema(validateListMeasurementsQuery);

/** The filters by field: a value, or operators. */
export interface ListMeasurementsWhere {
  readonly depth?: number | GteLtOperators<number>;
  readonly station?: string | EqualsFilter<string>;
}

/** The filters in a query string, or an issue for each parameter that is unknown or has a wrong value. */
export function readListMeasurementsWhere(parameters: URLSearchParams): Result<ListMeasurementsWhere> {
  return readWhere<ListMeasurementsWhere>(filterTable, parameters);
}

/** The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks. */
export function writeListMeasurementsWhere(where: ListMeasurementsWhere): URLSearchParams {
  return writeWhere(filterTable, where);
}
