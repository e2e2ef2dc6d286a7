import { add, type Path, type Sink } from "../issue.js";
import { type FilterNames, filterNames } from "./filter-names.js";
import type { FilterFieldTable, FilterTable } from "./table.js";

/** The text between two affixes, or undefined where they do not fit or nothing is between them. */
const inner = (text: string, before: string, after: string): string | undefined =>
  text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after)
    ? text.slice(before.length, text.length - after.length)
    : undefined;

const positive = (table: FilterTable, name: string): string | undefined =>
  table.dialect?.negation && inner(name, table.dialect.negation.before, table.dialect.negation.after);

/** The operator that `name` would have if it were of `field`. Without a mark between the two there is no telling. */
const operatorIn = (table: FilterTable, field: FilterFieldTable, name: string): string | undefined => {
  if (field.name === name) return field.bare === false ? "" : undefined;
  if (table.dialect === undefined || table.dialect.operator.between === "") return undefined;
  const { before, between, after, operatorFirst } = table.dialect.operator;
  return operatorFirst
    ? inner(name, before, between + field.name + after)
    : inner(name, before + field.name + between, after);
};

/** The field with the longest name wins: in `a__b__x` the operator is of `a__b`, should that exist. */
const fieldOf = (table: FilterTable, name: string): { field: FilterFieldTable; operator: string } | undefined => {
  let best: { field: FilterFieldTable; operator: string } | undefined;
  for (const field of table.fields) {
    const operator = operatorIn(table, field, name);
    if (operator !== undefined && field.name.length > (best?.field.name.length ?? -1)) best = { field, operator };
  }
  return best;
};

const takes = (names: FilterNames, field: FilterFieldTable): string => {
  const keys = (names.fields.get(field.name) ?? []).filter((name) => !name.negated).map((name) => name.key);
  return keys.length === 0 ? "nothing" : keys.join(", ");
};

/** Adds the issue of a name that is no parameter; true says that the caller stops here. */
export const addUnknownName = (table: FilterTable, name: string, path: Path, sink: Sink): boolean => {
  const names = filterNames(table);
  const base = positive(table, name);
  if (base !== undefined && names.byWireName.has(base))
    return add(sink, "negationNotAllowed", path, `is not allowed: ${base} cannot be negated`);
  // without its negation first, or "f__x!" would be an operator "x!"
  const found = (base === undefined ? undefined : fieldOf(table, base)) ?? fieldOf(table, name);
  if (found === undefined) return add(sink, "unknownParameter", path, "is not a known parameter");
  const wrong = found.operator === "" ? "no bare value" : `no operator ${found.operator}`;
  return add(
    sink,
    "unknownOperator",
    path,
    `is not allowed: ${found.field.name} takes ${wrong}, only ${takes(names, found.field)}`,
  );
};
