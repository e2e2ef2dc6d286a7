import { isObject, own } from "../check.js";
import { type FilterName, filterNames } from "./filter-names.js";
import { writeList } from "./list-text.js";
import type { FilterTable } from "./table.js";
import { takesList } from "./values.js";

type Members = Readonly<Record<string, unknown>>;

/** Anything but a plain object (a Date, a Map) would look like one without members, and the filter would be lost. */
const isPlain = (value: unknown): value is Members => {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const isScalar = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** Dropping a filter in silence would return too many rows, so whatever cannot be written throws. */
const refuse = (message: string): never => {
  throw new TypeError(message);
};

const textsOf = (name: FilterName, value: unknown, table: FilterTable): readonly string[] => {
  if (!takesList(name)) return isScalar(value) ? [String(value)] : refuse(`filter ${name.wireName} takes one value`);
  if (!Array.isArray(value) || !value.every(isScalar)) return refuse(`filter ${name.wireName} takes a list of values`);
  return writeList(table.dialect?.list ?? "comma", value.map(String));
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
 * that are undefined are left out. Throws a TypeError for an unknown field or operator, or a negation the API lacks.
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
