import type { SurfaceOperation } from "../../surface/surface.js";
import type { ChangeKind } from "../change.js";
import { changed, type Found } from "../comparing.js";
import { callers, more, same } from "./kind.js";

/** Changes of what lists and bulk writes give beside the one call. */
export const listKinds = {
  "pages-added": { title: "A list has pages", verdict: callers("The parameters of pages are `page` and `pageSize` of the options: calls by their own names no longer compile.") },
  "pages-removed": { title: "A list has no pages any more", verdict: callers("`page` and `pageSize`, and the function that goes through all pages, are gone.") },
  "pages-changed": { title: "The parameters of pages are others", verdict: same("The client writes them: calls stay as they are.") },
  "stream-added": { title: "A list comes item by item too", verdict: more("Calls of the list as a whole go on as before.") },
  "stream-removed": { title: "A list does not come item by item any more", verdict: callers("The function that gives the items as they come is gone.") },
  "stream-changed": { title: "Items are asked for otherwise", verdict: same("The client writes it: calls stay as they are.") },
  "bulk-added": { title: "An operation takes any number of items", verdict: callers("The function takes a list of items now; the one request is `.once`.") },
  "bulk-removed": { title: "An operation does not take any number of items any more", verdict: callers("The function takes the body of one request now.") },
  "bulk-changed": { title: "Items and results stand elsewhere", verdict: same("The client looks for them: calls stay as they are.") },
} as const satisfies Record<string, ChangeKind>;

const facts = { pagination: "pages", stream: "stream", bulk: "bulk" } as const;

const factText = (fact: object): string => Object.values(fact).map(String).join(" ");

export const compareLists = (old: SurfaceOperation, now: SurfaceOperation): readonly Found[] =>
  (["pagination", "stream", "bulk"] as const).flatMap((key): readonly Found[] => {
    const [before, after] = [old[key], now[key]];
    if (before === undefined && after === undefined) return [];
    const spots = { subject: now.name, before: { pointer: old.at }, after: { pointer: now.at } };
    if (after === undefined) return [{ code: `${facts[key]}-removed`, detail: factText(before ?? {}), ...spots }];
    if (before === undefined) return [{ code: `${facts[key]}-added`, detail: factText(after), ...spots }];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ code: `${facts[key]}-changed`, detail: changed(factText(before), factText(after)), ...spots }];
  });
