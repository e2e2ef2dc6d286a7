import { percentEncoded, reservedKept } from "../percent-encoded.js";
import { filterNames, type FilterName } from "./filter-names.js";
import { delimiters, writeList } from "./list-text.js";
import type { Members } from "./members.js";
import { type Operand, operandsOf } from "./operands-of.js";
import { refuse } from "./refuse.js";
import type { FilterTable, FilterValue } from "./table.js";
import { faultOf, parseScalar, takesList, valueOf } from "./values.js";

/** A query string replaces half of a surrogate pair by another character, so that other rows would match. */
const loneSurrogate = /\p{Surrogate}/u;

/** Why reading the text would not give the value back. */
const reasonAgainst = (kind: FilterValue, value: unknown, text: string): string | undefined => {
  if (loneSurrogate.test(text)) return "must be well-formed text, without lone surrogates";
  return parseScalar(kind, text) === value ? undefined : `cannot be written: ${text} is read as another value`;
};

/** `where` also tells the item of a list: "name__in: item 2" */
const textOf = (kind: FilterValue, value: unknown, where: string): string => {
  const fault = faultOf(kind, value);
  if (fault !== undefined) return refuse(`filter ${where} ${fault.message}`);
  const text = String(value);
  const reason = reasonAgainst(kind, value, text);
  return reason === undefined ? text : refuse(`filter ${where} ${reason}`);
};

type Write = (kind: FilterValue, value: unknown, where: string) => string;

/** An integer that no number carries is written as it is; that it has 64 bits was looked at where it was made. */
const exactText: Write = (kind, value, where) =>
  typeof value === "bigint" && (kind.parse === "integer" || kind.parse === "number") ? String(value) : textOf(kind, value, where);

/** Texts of the value, or of its items. */
const textsOf = (name: FilterName, value: unknown, write: Write): readonly string[] => {
  const { wireName } = name;
  const kind = valueOf(name);
  if (!takesList(name))
    return typeof value === "object" ? refuse(`filter ${wireName} takes one value`) : [write(kind, value, wireName)];
  if (!Array.isArray(value)) return refuse(`filter ${wireName} takes a list of values`);
  // not `map`, which passes over the holes of a sparse list
  return Array.from(value, (item: unknown, index) => write(kind, item, `${wireName}: item ${index}`));
};

/** The texts as JSON, in which only those of strings are quoted. */
const jsonOf = (name: FilterName, texts: readonly string[]): string => {
  const values = texts.map((text) => (valueOf(name).parse === "string" ? JSON.stringify(text) : text));
  return takesList(name) ? `[${values.join(",")}]` : values.join("");
};

/** The values of the parameters of that name. */
const parameterTexts = (name: FilterName, value: unknown): readonly string[] => {
  const texts = textsOf(name, value, textOf);
  const { style = "comma" } = name.operator;
  if (style === "json") return [jsonOf(name, texts)];
  return takesList(name) ? writeList(style, texts) : texts;
};

/**
 * The filters as a query string, in the order of the description whatever the order of the object's members. Members
 * that are undefined are left out. Throws a TypeError for an unknown field or operator, a negation the API lacks, and a value
 * that `readWhere` would refuse or read as another one.
 */
export const writeWhere = (table: FilterTable, where: object): URLSearchParams => {
  const parameters = new URLSearchParams();
  for (const { name, value } of operandsOf(table, where))
    for (const text of parameterTexts(name, value)) parameters.append(name.wireName, text);
  return parameters;
};

const isMembers = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Puts an operand where the one parameter that holds its field's operators has it. */
const place = (query: Record<string, unknown>, path: readonly string[], value: unknown): void => {
  const [key = "", ...rest] = path;
  if (rest.length === 0) {
    Object.defineProperty(query, key, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
  const inner = Object.hasOwn(query, key) ? query[key] : undefined;
  const members = isMembers(inner) ? inner : {};
  place(query, [key], members);
  place(members, rest, value);
};

const pathOf = ({ name }: Operand): readonly string[] => {
  const { field, operator, wireName } = name;
  if (field.object === undefined) return [wireName];
  return operator.name === "equals" && field.exclusive === true ? field.object : [...field.object, operator.name];
};

/** The filters as members of a flat query. Throws a TypeError where `writeWhere` does so for more than a value. */
export const flattenWhere = (table: FilterTable, where: object): Members => {
  const query: Record<string, unknown> = {};
  for (const operand of operandsOf(table, where)) place(query, pathOf(operand), operand.value);
  return query;
};

/** The values of a parameter, encoded. What the description says of lists (`form` and the like) has items encoded, and delimiters not. */
const encodedValues = (name: FilterName, value: unknown): readonly string[] => {
  const texts = textsOf(name, value, exactText);
  const { style = "comma", allowReserved } = name.operator;
  const encode = allowReserved === true ? reservedKept : percentEncoded;
  if (style === "json") return [percentEncoded(jsonOf(name, texts))];
  if (!takesList(name)) return texts.map(encode);
  return style === "comma" || style === "repeat" ? writeList(style, texts).map(encode) : [texts.map(encode).join(delimiters[style].raw)];
};

/** Filter parameters of a valid flat query as encoded `name=value` pairs; integers may be `bigint`. */
export const writeFilters = (table: FilterTable, query: Members): readonly string[] => {
  const { byWireName } = filterNames(table);
  return Object.entries(query).flatMap(([key, value]) => {
    const name = value === undefined ? undefined : byWireName.get(key);
    return name === undefined ? [] : encodedValues(name, value).map((text) => `${percentEncoded(key)}=${text}`);
  });
};
