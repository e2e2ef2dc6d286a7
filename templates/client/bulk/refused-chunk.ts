import { isObject } from "../../check.js";
import type { Issue } from "../../issue.js";
import type { ApiError } from "../errors.js";
import { valueAt } from "./place.js";
import type { Entry } from "./result.js";
import { positionIn, fieldPath } from "./server-field.js";
import { listedErrors, serverIssues } from "./server-issues.js";
import type { BulkTable } from "./table.js";

type ByPosition = ReadonlyMap<number, readonly Issue[]>;

/** Statuses that speak of what was sent: without some of the items it may pass. */
const aboutContent = new Set([400, 409, 413, 422]);

export const isAboutContent = ({ status }: ApiError): boolean => aboutContent.has(status);

/** `[{}, { first_name: ["…"] }]`: an object for each item, empty where there is nothing to say. */
const positioned = (table: BulkTable, entries: readonly Entry[], list: unknown): ByPosition => {
  if (!Array.isArray(list) || list.length !== entries.length) return new Map();
  const told = list.flatMap((one: unknown, position) => (isObject(one) && Object.keys(one).length > 0 ? [[position, serverIssues(table, one)] as const] : []));
  return new Map(told);
};

/** `Accounts[3].UserName`; of no use as soon as one of the errors names no item. */
const numbered = (table: BulkTable, entries: readonly Entry[], body: unknown): ByPosition => {
  const found = new Map<number, readonly Issue[]>();
  for (const { field, message } of listedErrors(table, body)) {
    const place = positionIn(field);
    if (place === undefined || place.position >= entries.length) return new Map();
    const issue: Issue = { code: "server", path: fieldPath(place.field, table.fields), message };
    found.set(place.position, [...(found.get(place.position) ?? []), issue]);
  }
  return found;
};

/** Whose fault it was that the server refused all of the items; empty where the answer does not tell. */
export const blamed = (table: BulkTable, entries: readonly Entry[], body: unknown): ByPosition => {
  const listed = [body, valueAt(body, table.request)].map((list) => positioned(table, entries, list)).find(({ size }) => size > 0);
  const found = listed ?? numbered(table, entries, body);
  if (found.size > 0 || entries.length > 1) return found;
  return new Map([[0, serverIssues(table, body)]]);
};
