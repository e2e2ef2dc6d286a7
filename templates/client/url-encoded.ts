import { percentEncoded } from "../percent-encoded.js";
import { type FieldTable, type FieldTables, fieldOf, type WrittenForm } from "./form.js";
import { queryPairs } from "./parameters.js";

const isSet = (value: unknown): boolean => value !== undefined && value !== null;

const pair = (name: string, text: string): string => `${percentEncoded(name)}=${percentEncoded(text)}`;

/** Without a style, single values are text, objects are JSON, and a list is written item by item (OpenAPI 3.1 §4.8.15.1). */
const plainPairs = (name: string, value: unknown, { contentType = "" }: FieldTable): readonly string[] => {
  if (Array.isArray(value)) return value.filter(isSet).flatMap((item: unknown) => plainPairs(name, item, { contentType }));
  return [pair(name, typeof value === "object" || /\bjson\b/i.test(contentType) ? JSON.stringify(value) : String(value))];
};

/** `a[b][c]=1`, `a[0][b]=1`: no standard says how objects in objects are written; this is how servers read them. */
const deepPairs = (name: string, value: unknown): readonly string[] => {
  if (!isSet(value)) return [];
  if (typeof value !== "object" || value === null) return [pair(name, String(value))];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => deepPairs(`${name}[${key}]`, member));
};

const pairsOf = (name: string, value: unknown, table: FieldTable): readonly string[] => {
  if (!isSet(value)) return [];
  const { style, explode, allowReserved } = table;
  if (style === undefined && explode === undefined && allowReserved === undefined) return plainPairs(name, value, table);
  if (style === "deepObject" && typeof value === "object") return deepPairs(name, value);
  return queryPairs({ name, in: "query", style: style ?? "form", explode: explode ?? (style ?? "form") === "form", ...(allowReserved === true ? { allowReserved } : {}) }, value);
};

const textOf = (value: object, fields: FieldTables): string =>
  Object.entries(value)
    .flatMap(([name, member]: [string, unknown]) => pairsOf(name, member, fieldOf(fields, name)))
    .join("&");

/** A whole query of fields. */
export const formQuery =
  (fields: FieldTables) =>
  (value: unknown): string =>
    textOf(value as object, fields);

/** The fields as `application/x-www-form-urlencoded`. */
export const writeUrlEncoded = (value: object, fields: FieldTables, mediaType: string): WrittenForm => ({
  body: textOf(value, fields),
  contentType: mediaType,
});
