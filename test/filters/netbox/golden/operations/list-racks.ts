import { type FilterTable, validateQuery } from "../runtime/filters.js";
import type { Result, ValidateOptions } from "../runtime/issue.js";
import { type StandardSchema, standardSchema } from "../runtime/standard-schema.js";

/** The query parameters of listRacks. */
export interface ListRacksQuery {
  readonly height__gt?: number;
  readonly serial?: string;
  readonly serial__ic?: string;
}

export const filterTable: FilterTable = {
  fields: [],
  others: ["height__gt", "serial", "serial__ic"],
};

/** The value as the query of listRacks, or what is wrong with it. */
export function validateListRacksQuery(value: unknown, options?: ValidateOptions): Result<ListRacksQuery> {
  return validateQuery<ListRacksQuery>(value, filterTable, options);
}

export function isListRacksQuery(value: unknown): value is ListRacksQuery {
  return validateListRacksQuery(value, { abortEarly: true }).issues === undefined;
}

/** `validateListRacksQuery` behind the interface of Standard Schema. */
export const ListRacksQuerySchema: StandardSchema<ListRacksQuery> =
  /* @__PURE__ */ standardSchema(validateListRacksQuery);
