import { isObject } from "../../check.js";
import type { Issue } from "../../issue.js";
import { valueAt } from "./place.js";
import { fieldPath, isField } from "./server-field.js";
import type { BulkTable } from "./table.js";

type Path = Issue["path"];

const issue = (path: Path, message: string): Issue => ({ code: "server", path, message });

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** An error as the server lists it, before its field is looked up. */
export interface ListedError {
  readonly field: string;
  readonly message: string;
}

/** The errors that `x-bulk` points to, in a result or in the answer to a whole request. */
export const listedErrors = ({ errors }: BulkTable, holder: unknown): readonly ListedError[] => {
  const list = errors === undefined ? undefined : valueAt(holder, errors.list);
  if (errors === undefined || !Array.isArray(list)) return [];
  const part = (error: unknown, name: string | undefined): string | undefined => (name === undefined ? undefined : textOf(valueAt(error, [name])));
  return list.map((error: unknown) => ({
    field: part(error, errors.field) ?? "",
    message: part(error, errors.message) ?? part(error, errors.code) ?? textOf(error) ?? "was rejected by the server",
  }));
};

/** Every text in `["…"]`, `"…"` or `{ city: ["…"] }`, with where it stands. */
const messagesIn = (value: unknown, path: Path, depth = 0): readonly Issue[] => {
  const text = textOf(value);
  if (text !== undefined) return [issue(path, text)];
  if (depth > 20) return [];
  // texts of one field side by side; objects belong to the items of the field
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => messagesIn(one, isObject(one) ? [...path, index] : path, depth + 1));
  return isObject(value) ? Object.entries(value).flatMap(([name, one]) => messagesIn(one, [...path, name], depth + 1)) : [];
};

/** `{ first_name: ["…"] }`. A text under a name that is no field says something of the answer itself, as `status` does. */
const fieldIssues = (holder: unknown, fields: readonly string[]): readonly Issue[] => {
  if (Array.isArray(holder)) return messagesIn(holder, []);
  if (!isObject(holder)) return [];
  return Object.entries(holder).flatMap(([name, value]) => {
    const path = fieldPath(name, fields);
    const isTold = isField(name, fields) || path.length === 0 || (typeof value === "object" && value !== null);
    return isTold ? messagesIn(value, path) : [];
  });
};

/** What is said where there is no error of a field: the text beside the mark of failure, else the mark itself. */
const markedIssue = ({ failed, errors }: BulkTable, holder: unknown): readonly Issue[] => {
  if (failed === undefined) return [];
  const beside = textOf(valueAt(valueAt(holder, failed.slice(0, -1)), [errors?.message ?? "message"]));
  const text = beside ?? textOf(valueAt(holder, failed));
  return text === undefined ? [] : [issue([], text)];
};

/** What the server says of one item: never empty. */
export const serverIssues = (table: BulkTable, holder: unknown): readonly Issue[] => {
  const listed = listedErrors(table, holder).map(({ field, message }) => issue(fieldPath(field, table.fields), message));
  if (listed.length > 0) return listed;
  const marked = markedIssue(table, holder);
  if (marked.length > 0) return marked;
  const inner = isObject(holder) && !isField("errors", table.fields) ? valueAt(holder, ["errors"]) : undefined;
  const found = [...fieldIssues(inner, table.fields), ...(inner === undefined ? fieldIssues(holder, table.fields) : [])];
  return found.length > 0 ? found : [issue([], textOf(holder) ?? "was rejected by the server")];
};
