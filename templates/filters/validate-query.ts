import { isObject } from "../check.js";
import { add, createSink, type Result, type Sink, type ValidateOptions } from "../issue.js";
import { checkFilterParameters } from "./check-filter-parameters.js";
import { builtInName, isPlain, ownMembers } from "./members.js";
import type { FilterTable } from "./table.js";

/** A further check of a flat query: it adds its issues, and returns true where the caller stops. */
export type QueryCheck = (query: Readonly<Record<string, unknown>>, sink: Sink) => boolean;

/** Where a reader of query strings exists, the message leads to it: their parameters are text and no flat query. */
const notPlain = (value: unknown, table: FilterTable): string => {
  if (!isObject(value)) return "must be an object";
  const name = builtInName(value);
  const reader = name === "URLSearchParams" && table.fields.length > 0;
  return `must be a plain object${name === undefined ? "" : `, not a ${name}`}${reader ? ": read it with the read…Where function of the operation first" : ""}`;
};

/** Validates a flat query: filter parameters by the table, all else by `checks`. */
export const validateQuery = <Query>(
  value: unknown,
  table: FilterTable,
  options?: ValidateOptions,
  checks: readonly QueryCheck[] = [],
): Result<Query> => {
  const sink = createSink(options);
  if (!isPlain(value)) add(sink, "type", [], notPlain(value, table));
  else if (!checkFilterParameters(table, value, sink)) {
    // what the object inherits is in no query, so no rule may count it either
    const query = ownMembers(value);
    checks.some((check) => check(query, sink));
  }
  // without issues every member was checked against the table the type was made from
  return sink.issues.length > 0 ? { issues: sink.issues } : { value: value as Query };
};
