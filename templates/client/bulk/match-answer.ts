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

/** An answer, or a part of it, as it came and as the program sees it. */
interface Seen<Value> {
  readonly onWire: Value;
  readonly decoded: unknown;
}

const judged = (table: BulkTable, { onWire, decoded }: Seen<unknown>): BulkItemResult<unknown> =>
  isFailed(table, onWire)
    ? { status: "rejected", issues: serverIssues(table, onWire), answer: onWire }
    : { status: "written", value: decoded };

const lost = (path: Place, message: string, context: ErrorContext): BulkItemResult<unknown> => ({
  status: "unknown",
  error: new ValidationError("response", [{ code: "type", path, message }], context),
  applied: "maybe",
});

const keyAt = (holder: unknown, place: Place): string => canonical(valueAt(holder, place)) ?? "";

const byValue = (place: Place, results: readonly Seen<unknown>[]): ReadonlyMap<string, readonly Seen<unknown>[]> => {
  const found = new Map<string, readonly Seen<unknown>[]>();
  for (const result of results) {
    const key = keyAt(result.onWire, place);
    found.set(key, [...(found.get(key) ?? []), result]);
  }
  return found;
};

/** The results one by one; undefined where there is no list of them. */
const resultsIn = ({ onWire, decoded }: Seen<unknown>, place: Place): readonly Seen<unknown>[] | undefined => {
  const [results, seen] = [valueAt(onWire, place), valueAt(decoded, place)];
  if (!Array.isArray(results)) return undefined;
  return results.map((result: unknown, position) => ({ onWire: result, decoded: Array.isArray(seen) ? (seen[position] as unknown) : result }));
};

/** The result of each item that was sent, out of the answer to all of them. An item without a result is unknown. */
export const matchAnswer = (table: BulkTable, entries: readonly Entry[], answer: Seen<unknown>, context: ErrorContext): readonly Settled[] => {
  const { match, response } = table;
  const results = resultsIn(answer, response);
  const all = (result: BulkItemResult<unknown>): readonly Settled[] => entries.map(({ index }) => ({ index, result }));
  if (results === undefined) return all(lost(response, "must be an array of results", context));
  const isSole = entries.length === 1 && results.length === 1;
  if (match === undefined || (isSole && valueAt(results[0]?.onWire, match.responseItem) === undefined)) {
    if (results.length !== entries.length) return all(lost(response, `must have ${entries.length} results, one for each item`, context));
    return results.map((result, position) => ({ index: entries[position]?.index ?? 0, result: judged(table, result) }));
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
