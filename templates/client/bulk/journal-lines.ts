import { isObject } from "../../check.js";
import type { Issue } from "../../issue.js";
import { fingerprint } from "./fingerprint.js";
import { indexesIn, rangesOf } from "./ranges.js";
import type { Entry, Settled } from "./result.js";

/** The journal is that of another input, or of another operation, or is no journal at all. */
export class JournalMismatch extends TypeError {}

/** The first line of each run. */
export const beginLine = (operation: string): string => JSON.stringify({ event: "begin", version: 1, operation });

/** Written before the items are sent. */
export const sentLine = (entries: readonly Entry[]): string =>
  JSON.stringify({
    event: "sent",
    items: rangesOf(entries.map(({ index }) => index)),
    hashes: entries.map(({ item }) => fingerprint(item).toString(16).padStart(8, "0")).join(""),
  });

/** Written when the answer is there. Of `again` it is known that nothing was carried out; of what is in none of them, nothing is. */
export const answeredLine = (settled: readonly Settled[], again: readonly Entry[]): string | undefined => {
  const written = settled.flatMap(({ index, result }) => (result.status === "written" ? [index] : []));
  const refused = [...settled.flatMap(({ index, result }) => (result.status === "unknown" && result.applied === "no" ? [index] : [])), ...again.map(({ index }) => index)];
  const rejected = settled.flatMap(({ index, result }) => (result.status === "rejected" ? [[index, result.issues] as const] : []));
  if (written.length + refused.length + rejected.length === 0) return undefined;
  return JSON.stringify({
    event: "answered",
    ...(written.length > 0 ? { written: rangesOf(written) } : {}),
    ...(rejected.length > 0 ? { rejected: Object.fromEntries(rejected) } : {}),
    ...(refused.length > 0 ? { refused: rangesOf(refused.sort((left, right) => left - right)) } : {}),
  });
};

export type JournalEvent =
  | { readonly event: "begin"; readonly operation: string }
  | { readonly event: "sent"; readonly items: readonly number[]; readonly hashes: string }
  | { readonly event: "answered"; readonly written: readonly number[]; readonly rejected: ReadonlyMap<number, readonly Issue[]>; readonly refused: readonly number[] };

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
};

const rejectedIn = (value: unknown): ReadonlyMap<number, readonly Issue[]> =>
  new Map(isObject(value) ? Object.entries(value).map(([index, issues]) => [Number(index), Array.isArray(issues) ? (issues as readonly Issue[]) : []]) : []);

/** What a line says; undefined where it is no line of a journal, or only the beginning of one. */
export const readLine = (line: string): JournalEvent | undefined => {
  const value = parsed(line);
  if (!isObject(value)) return undefined;
  const { event, operation, items, hashes, written = [], rejected, refused = [] } = value;
  if (event === "begin" && value["version"] === 1 && typeof operation === "string") return { event, operation };
  if (event === "sent") {
    const indexes = indexesIn(items);
    return indexes !== undefined && typeof hashes === "string" && hashes.length === indexes.length * 8 ? { event, items: indexes, hashes } : undefined;
  }
  const [all, none] = [indexesIn(written), indexesIn(refused)];
  if (event !== "answered" || all === undefined || none === undefined) return undefined;
  return { event, written: all, rejected: rejectedIn(rejected), refused: none };
};
