import { isObject } from "../check.js";
import { add, type Result, type Sink, type ValidateOptions } from "../issue.js";
import { checkFilterParameters } from "./check-filter-parameters.js";
import type { FilterTable } from "./table.js";

/** A further check of a flat query: it adds its issues, and returns true where the caller stops. */
export type QueryCheck = (query: Readonly<Record<string, unknown>>, sink: Sink) => boolean;

/** Validates a flat query: filter parameters by the table, all else by `checks`. */
export const validateQuery = <Query>(
  value: unknown,
  table: FilterTable,
  options?: ValidateOptions,
  checks: readonly QueryCheck[] = [],
): Result<Query> => {
  const sink: Sink = { issues: [], abortEarly: options?.abortEarly === true };
  if (!isObject(value)) add(sink, "type", [], "must be an object");
  else if (!checkFilterParameters(table, value, sink)) checks.some((check) => check(value, sink));
  // without issues every member was checked against the table the type was made from
  return sink.issues.length > 0 ? { issues: sink.issues } : { value: value as Query };
};
