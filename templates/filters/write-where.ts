import { own } from "../check.js";
import { type FilterName, filterNames } from "./filter-names.js";
import { writeList } from "./list-text.js";
import { isPlain, type Members } from "./members.js";
import type { FilterTable, FilterValue } from "./table.js";
import { faultOf, parseScalar, takesList, valueOf } from "./values.js";

/** Dropping a filter in silence would return too many rows, so whatever cannot be written throws. */
const refuse = (message: string): never => {
  throw new TypeError(message);
};

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

const textsOf = (name: FilterName, value: unknown, table: FilterTable): readonly string[] => {
  const { wireName } = name;
  const kind = valueOf(name);
  if (!takesList(name))
    return typeof value === "object" ? refuse(`filter ${wireName} takes one value`) : [textOf(kind, value, wireName)];
  if (!Array.isArray(value)) return refuse(`filter ${wireName} takes a list of values`);
  // not `map`, which passes over the holes of a sparse list
  const texts = Array.from(value, (item: unknown, index) => textOf(kind, item, `${wireName}: item ${index}`));
  return writeList(table.dialect?.list ?? "comma", texts);
};

const checkKeys = (members: Members, known: ReadonlySet<string>, refuseKey: (key: string) => never): void => {
  for (const key of Object.keys(members)) if (members[key] !== undefined && !known.has(key)) refuseKey(key);
};

const keysOf = (names: readonly FilterName[], negated: boolean): ReadonlySet<string> =>
  new Set(names.filter((name) => name.negated === negated).map((name) => name.key));

/** The operators of one field: those to write as they are, and those to write negated. */
const operatorsOf = (
  field: string,
  value: unknown,
  names: readonly FilterName[],
): { plain: Members; negated: Members } => {
  if (!isPlain(value)) return { plain: { equals: value }, negated: {} };
  const plain = keysOf(names, false);
  const negatable = keysOf(names, true);
  const not = negatable.size > 0 ? own(value, "not") : undefined;
  const keys = negatable.size > 0 ? new Set([...plain, "not"]) : plain;
  checkKeys(value, keys, (key) =>
    refuse(`filter field ${field} ${key === "not" ? "cannot be negated" : `has no operator ${key}`}`),
  );
  if (not === undefined) return { plain: value, negated: {} };
  if (!isPlain(not)) return refuse(`filter field ${field}: not takes an object of operators`);
  checkKeys(not, negatable, (key) =>
    refuse(`filter field ${field} ${plain.has(key) ? `cannot be negated with ${key}` : `has no operator ${key}`}`),
  );
  return { plain: value, negated: not };
};

/**
 * The filters as a query string, in the order of the description whatever the order of the object's members. Members
 * that are undefined are left out. Throws a TypeError for an unknown field or operator, a negation the API lacks, and a value
 * that `readWhere` would refuse or read as another one.
 */
export const writeWhere = (table: FilterTable, where: object): URLSearchParams => {
  const { fields } = filterNames(table);
  if (!isPlain(where)) return refuse("where must be an object of filter fields");
  checkKeys(where, new Set(fields.keys()), (key) => refuse(`unknown filter field ${key}`));
  const parameters = new URLSearchParams();
  for (const [field, names] of fields) {
    const value = own(where, field);
    if (value === undefined) continue;
    const { plain, negated } = operatorsOf(field, value, names);
    if (!isPlain(value) && !keysOf(names, false).has("equals")) refuse(`filter field ${field} takes operators only`);
    for (const name of names) {
      const operand = own(name.negated ? negated : plain, name.key);
      if (operand !== undefined)
        for (const text of textsOf(name, operand, table)) parameters.append(name.wireName, text);
    }
  }
  return parameters;
};
