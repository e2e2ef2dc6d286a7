import { canonical, isObject } from "../../check.js";
import { type ErrorContext, ValidationError } from "../errors.js";
import { valueAt } from "./place.js";
import type { BulkItemResult, Entry, Settled } from "./result.js";
import { serverIssues } from "./server-issues.js";
import type { BulkTable, Place } from "./table.js";

/** Where `x-bulk` does not mark failures, `{ errors: … }` and nothing else is one. */
const isFailed = ({ failed }: BulkTable, result: unknown): boolean => {
  if (failed === undefined) return isObject(result) && Object.keys(result).join() === "errors" && typeof result["errors"] === "object";
  const mark = valueAt(result, failed);
  return mark !== undefined && mark !== null && mark !== "";
};

const judged = (table: BulkTable, result: unknown): BulkItemResult<unknown> =>
  isFailed(table, result)
    ? { status: "rejected", issues: serverIssues(table, result), answer: result }
    : { status: "written", value: result };

const lost = (path: Place, message: string, context: ErrorContext): BulkItemResult<unknown> => ({
  status: "unknown",
  error: new ValidationError("response", [{ code: "type", path, message }], context),
  applied: "maybe",
});

const keyAt = (holder: unknown, place: Place): string => canonical(valueAt(holder, place)) ?? "";

const byValue = (place: Place, results: readonly unknown[]): ReadonlyMap<string, readonly unknown[]> => {
  const found = new Map<string, readonly unknown[]>();
  for (const result of results) found.set(keyAt(result, place), [...(found.get(keyAt(result, place)) ?? []), result]);
  return found;
};

/** The result of each item that was sent, out of the answer to all of them. An item without a result is unknown. */
export const matchAnswer = (table: BulkTable, entries: readonly Entry[], answer: unknown, context: ErrorContext): readonly Settled[] => {
  const { match, response } = table;
  const results = valueAt(answer, response);
  const all = (result: BulkItemResult<unknown>): readonly Settled[] => entries.map(({ index }) => ({ index, result }));
  if (!Array.isArray(results)) return all(lost(response, "must be an array of results", context));
  const isSole = entries.length === 1 && results.length === 1;
  if (match === undefined || (isSole && valueAt(results[0], match.responseItem) === undefined)) {
    if (results.length !== entries.length) return all(lost(response, `must have ${entries.length} results, one for each item`, context));
    return entries.map(({ index }, position) => ({ index, result: judged(table, results[position]) }));
  }
  const found = byValue(match.responseItem, results);
  return entries.map(({ index, item }) => {
    const [own, ...others] = found.get(keyAt(item, match.requestItem)) ?? [];
    const isClear = own !== undefined && others.length === 0;
    return { index, result: isClear ? judged(table, own) : lost(response, "must have one result for each item", context) };
  });
};

/** Items that a request may hold together: those of one have different values where the answer names its item. */
export const separable = ({ match }: BulkTable, entries: readonly Entry[]): readonly (readonly Entry[])[] => {
  if (match === undefined || entries.length < 2) return entries.length === 0 ? [] : [entries];
  const counts = new Map<string, number>();
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const key = keyAt(entry.item, match.requestItem);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    const group = groups[count];
    if (group === undefined) groups.push([entry]);
    else group.push(entry);
  }
  return groups;
};
