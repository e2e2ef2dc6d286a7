import { percentEncoded } from "../percent-encoded.js";
import { filterNames, type FilterName } from "./filter-names.js";
import { writeList } from "./list-text.js";
import type { Members } from "./members.js";
import { operandsOf } from "./operands-of.js";
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

const textsOf = (name: FilterName, value: unknown, table: FilterTable, write: Write = textOf): readonly string[] => {
  const { wireName } = name;
  const kind = valueOf(name);
  if (!takesList(name))
    return typeof value === "object" ? refuse(`filter ${wireName} takes one value`) : [write(kind, value, wireName)];
  if (!Array.isArray(value)) return refuse(`filter ${wireName} takes a list of values`);
  // not `map`, which passes over the holes of a sparse list
  const texts = Array.from(value, (item: unknown, index) => write(kind, item, `${wireName}: item ${index}`));
  return writeList(table.dialect?.list ?? "comma", texts);
};

/**
 * The filters as a query string, in the order of the description whatever the order of the object's members. Members
 * that are undefined are left out. Throws a TypeError for an unknown field or operator, a negation the API lacks, and a value
 * that `readWhere` would refuse or read as another one.
 */
export const writeWhere = (table: FilterTable, where: object): URLSearchParams => {
  const parameters = new URLSearchParams();
  for (const { name, value } of operandsOf(table, where))
    for (const text of textsOf(name, value, table)) parameters.append(name.wireName, text);
  return parameters;
};

/** The filters as members of a flat query. Throws a TypeError where `writeWhere` does so for more than a value. */
export const flattenWhere = (table: FilterTable, where: object): Members =>
  Object.fromEntries(operandsOf(table, where).map(({ name, value }) => [name.wireName, value]));

/** Filter parameters of a valid flat query as encoded `name=value` pairs; integers may be `bigint`. */
export const writeFilters = (table: FilterTable, query: Members): readonly string[] => {
  const { byWireName } = filterNames(table);
  return Object.entries(query).flatMap(([key, value]) => {
    const name = value === undefined ? undefined : byWireName.get(key);
    return name === undefined ? [] : textsOf(name, value, table, exactText).map((text) => `${percentEncoded(key)}=${percentEncoded(text)}`);
  });
};
