import { storedDate, storedDateTime } from "./date-time.js";
import { type FilterField, filterFields, type FilterKind, operatorsOf } from "../pigello/filter-fields.js";

/** A value as the table keeps it. */
export type FilterValue = string | number;

/** One filter of a query, understood. */
export interface Filter {
  readonly field: FilterField;
  /** `exact` for a parameter without operator. */
  readonly operator: string;
  readonly negated: boolean;
  /** One value, several for `in`; 0 or 1 for `isnull`. */
  readonly values: readonly FilterValue[];
}

/** How the items of `in` are sent. */
export type ListStyle = "comma" | "repeat";

/** Messages by parameter. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** Either something, or why not. */
export type Understood<Value> = { readonly value: Value; readonly error?: never } | { readonly error: string; readonly value?: never };

const booleans: ReadonlyMap<string, number> = new Map([
  ["true", 1],
  ["false", 0],
]);

const uuid = (text: string): string | undefined => {
  const digits = text.toLowerCase().replaceAll("-", "");
  return /^[0-9a-f]{32}$/.test(digits) ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-") : undefined;
};

const integer = (text: string): number | undefined => (/^[+-]?\d{1,15}$/.test(text) ? Number(text) : undefined);

const readers: Readonly<Record<FilterKind, { readonly read: (text: string) => FilterValue | undefined; readonly message: string }>> = {
  text: { read: (text) => text, message: "" },
  dateTime: { read: storedDateTime, message: "Enter a valid date/time." },
  date: { read: storedDate, message: "Enter a valid date." },
  integer: { read: integer, message: "Enter a whole number." },
  boolean: { read: (text) => booleans.get(text), message: "Must be true or false." },
  uuid: { read: uuid, message: "Must be a valid UUID." },
  many: { read: uuid, message: "Must be a valid UUID." },
};

const readerOf = (kind: FilterKind, operator: string) => (operator === "isnull" ? readers.boolean : readers[kind]);

/** `first_name__icontains!` ~> `["first_name", "icontains", true]`. Each name splits at its first two underscores in a row. */
const partsOf = (name: string): readonly [string, string, boolean] => {
  const negated = name.endsWith("!");
  const lookup = negated ? name.slice(0, -1) : name;
  const joint = lookup.indexOf("__");
  return joint < 0 ? [lookup, "exact", negated] : [lookup.slice(0, joint), lookup.slice(joint + 2), negated];
};

/**
 * Without `repeat` the comma always parts items, because by then `%2C` is a comma too: an item cannot hold one. As in a
 * `QueryDict`, the last value of a repeated parameter counts.
 */
const itemsOf = (operator: string, values: readonly string[], lists: ListStyle): readonly string[] => {
  const last = values.slice(-1);
  if (operator !== "in") return last;
  return lists === "repeat" ? values : last.flatMap((value) => value.split(","));
};

/** Reads one parameter of a query as Django's lookups are spelled, with Pigello's negation at the end of the name. */
export const readFilter = (name: string, values: readonly string[], lists: ListStyle): Understood<Filter> => {
  const [fieldName, operator, negated] = partsOf(name);
  const field = filterFields.find((one) => one.name === fieldName);
  if (field === undefined) return { error: "Unknown parameter." };
  // the bare parameter is the exact match; nothing says that it can be spelled out, too
  if (name.includes("__") && !operatorsOf(field.kind).includes(operator)) return { error: `Unknown operator ${operator}.` };
  const { read, message } = readerOf(field.kind, operator);
  const items = itemsOf(operator, values, lists);
  // PostgreSQL has no such character in a text, and Django's forms refuse it
  if (items.some((item) => item.includes("\0"))) return { error: "Null characters are not allowed." };
  const understood = items.map(read).filter((value) => value !== undefined);
  return understood.length < items.length ? { error: message } : { value: { field, operator, negated, values: understood } };
};
