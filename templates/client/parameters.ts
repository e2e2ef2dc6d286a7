import { percentEncoded, reservedKept } from "../percent-encoded.js";
import type { Wire } from "./wire/conversion.js";

/** How one parameter stands in a request (OpenAPI 3.1 §4.8.12). */
export interface ParameterTable {
  readonly name: string;
  /** `querystring` is the query as a whole (OpenAPI 3.2 §4.12). */
  readonly in: "path" | "query" | "querystring" | "header" | "cookie";
  /** What the options of the call name it, where that is not its own name. */
  readonly option?: string;
  readonly style: string;
  readonly explode: boolean;
  /** Characters with a meaning in addresses stay as they are. */
  readonly allowReserved?: true;
  /** The value is written as JSON, whatever it is. */
  readonly json?: true;
  readonly wire?: Wire;
  /** Writes a whole query. */
  readonly text?: (value: unknown) => string;
}

export type Members = Readonly<Record<string, unknown>>;

const encoded = (text: string, { allowReserved }: ParameterTable): string => (allowReserved === true ? reservedKept(text) : percentEncoded(text));

const textOf = (value: unknown): string => (typeof value === "object" && value !== null ? JSON.stringify(value) : String(value));

const isSet = (value: unknown): boolean => value !== undefined && value !== null;

const membersOf = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, member]) => isSet(member));

/** The values one by one; of an object its names and values in turn. */
const flat = (value: unknown, encode: (text: string) => string): readonly string[] => {
  if (Array.isArray(value)) return value.filter(isSet).map((item) => encode(textOf(item)));
  if (typeof value !== "object" || value === null) return [encode(textOf(value))];
  return membersOf(value).flatMap(([name, member]) => [encode(name), encode(textOf(member))]);
};

/** `name=value` of each member. */
const assigned = (value: object, encode: (text: string) => string): readonly string[] =>
  membersOf(value).map(([name, member]) => `${encode(name)}=${encode(textOf(member))}`);

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

const delimiters: Readonly<Record<string, string>> = { spaceDelimited: "%20", pipeDelimited: "%7C" };

/**
 * `filter[name][eq]=a&filter[tags][]=b`. OpenAPI leaves open how what is in an object in an object is written; this is how servers
 * that read such names do it.
 */
const deepPairs = (name: string, value: unknown, encode: (text: string) => string): readonly string[] => {
  if (!isSet(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item) => deepPairs(`${name}[]`, item, encode));
  if (typeof value !== "object" || value === null) return [`${percentEncoded(name)}=${encode(textOf(value))}`];
  return membersOf(value).flatMap(([key, member]) => deepPairs(`${name}[${key}]`, member, encode));
};

/** The `name=value` pairs of a query parameter, encoded; none where the value is undefined or null. */
export const queryPairs = (table: ParameterTable, value: unknown): readonly string[] => {
  if (!isSet(value)) return [];
  const encode = (text: string): string => encoded(text, table);
  const name = percentEncoded(table.name);
  if (table.json === true) return [`${name}=${percentEncoded(JSON.stringify(value))}`];
  if (table.style === "deepObject" && typeof value === "object") return deepPairs(table.name, value, encode);
  if (table.explode && isObject(value)) return assigned(value, encode);
  if (table.explode && Array.isArray(value)) return flat(value, encode).map((item) => `${name}=${item}`);
  return [`${name}=${flat(value, encode).join(delimiters[table.style] ?? ",")}`];
};

/** A whole query that is JSON. */
export const jsonQuery = (value: unknown): string => percentEncoded(JSON.stringify(value));

/** A whole query that is text of the caller's own. */
export const rawQuery = (value: unknown): string => encodeURI(String(value)).replaceAll("#", "%23");

/** What a cookie may hold, and what it may be named (RFC 6265, section 4.1.1). */
const octets = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/;
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** The text as it is. The message does not quote it: cookies are often secrets. */
const unescaped = (text: string, allowed: RegExp): string => {
  if (!allowed.test(text)) throw new RangeError("must have none but the characters that a cookie takes (RFC 6265); percent-encode others");
  return text;
};

/**
 * A cookie, or one for each member where an object is exploded; the style `cookie` of OpenAPI 3.2 leaves values as they are. What
 * `form` makes of an exploded list or object elsewhere, with `&` in it, no server reads. Throws a RangeError for what would be
 * another cookie, and a URIError for half a surrogate pair.
 */
export const cookiePairs = (table: ParameterTable, value: unknown): readonly string[] => {
  const isPlain = table.style === "cookie";
  const encode = (text: string): string => (isPlain ? unescaped(text, octets) : encodeURIComponent(text));
  if (table.json === true) return [`${table.name}=${encode(JSON.stringify(value))}`];
  if (table.explode && isObject(value)) {
    if (isPlain) for (const [name] of membersOf(value)) unescaped(name, token);
    return assigned(value, encode);
  }
  const items = flat(value, encode);
  return isPlain && table.explode && Array.isArray(value) ? items.map((item) => `${table.name}=${item}`) : [`${table.name}=${items.join(",")}`];
};

/** A path parameter: `simple` a,b; `label` .a.b; `matrix` ;name=a;name=b */
export const pathText = (table: ParameterTable, value: unknown): string => {
  const encode = percentEncoded;
  if (table.json === true) return encode(JSON.stringify(value));
  const parts = table.explode && isObject(value) ? assigned(value, encode) : flat(value, encode);
  if (table.style === "label") return `.${parts.join(table.explode ? "." : ",")}`;
  if (table.style !== "matrix") return parts.join(",");
  if (table.explode && isObject(value)) return `;${parts.join(";")}`;
  return table.explode ? parts.map((part) => `;${table.name}=${part}`).join("") : `;${table.name}=${parts.join(",")}`;
};

/** A header or a cookie; their values are not percent-encoded in headers. */
export const headerText = (table: ParameterTable, value: unknown): string => {
  if (table.json === true) return JSON.stringify(value);
  const keep = (text: string): string => text;
  return (table.explode && isObject(value) ? assigned(value, keep) : flat(value, keep)).join(",");
};

/** A path segment of dots alone would be taken for a step up. */
const isStep = (text: string): boolean => text === "" || /^\.\.?$/.test(text);

export const optionOf = ({ option, name }: ParameterTable): string => option ?? name;

/** `/users/{pk}/` with its values, and the options whose values would lead to another path. */
export interface Path {
  readonly text: string;
  readonly refused: readonly { readonly option: string; readonly why: string }[];
}

export const pathOf = (template: string, tables: readonly ParameterTable[], values: Members): Path => {
  const refused: Path["refused"][number][] = [];
  const text = template.replace(/\{([^}]*)\}/g, (_, name: string) => {
    const table = tables.find((one) => one.in === "path" && one.name === name);
    const segment = table === undefined ? "" : pathText(table, values[optionOf(table)]);
    if (isStep(segment)) refused.push({ option: table === undefined ? name : optionOf(table), why: `the path parameter ${name} cannot be ${JSON.stringify(segment)}` });
    return segment;
  });
  return { text, refused };
};
