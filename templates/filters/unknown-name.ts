import { add, type Path, type Sink } from "../issue.js";
import { type FilterName, type FilterNames, filterNames } from "./filter-names.js";
import type { FilterFieldTable, FilterTable } from "./table.js";

interface Affixes {
  readonly before: string;
  readonly after: string;
}

/** The text between two affixes, or undefined where they do not fit or nothing is between them. */
const inner = (text: string, { before, after }: Affixes): string | undefined =>
  text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after)
    ? text.slice(before.length, text.length - after.length)
    : undefined;

/** What stands around `part` in `whole`, where it stands once. */
const around = (whole: string, part: string): Affixes | undefined => {
  const [before, after, ...others] = whole.split(part);
  return before === undefined || after === undefined || others.length > 0 ? undefined : { before, after };
};

const distinct = (affixes: readonly (Affixes | undefined)[]): readonly Affixes[] => {
  const found = affixes.filter((one) => one !== undefined);
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
};

/** How names are spelled, read off the names that there are. */
interface Spellings {
  readonly negations: readonly Affixes[];
  /** What stands around the operator in names of a field. */
  readonly operators: ReadonlyMap<FilterFieldTable, readonly Affixes[]>;
}

const negationOf = (names: readonly FilterName[], { operator, wireName, negated }: FilterName): Affixes | undefined => {
  const plain = negated ? names.find((name) => name.operator === operator && !name.negated) : undefined;
  return plain === undefined ? undefined : around(wireName, plain.wireName);
};

/** Without a mark between field and operator there is no telling. */
const marked = (field: FilterFieldTable, affixes: Affixes | undefined): Affixes | undefined =>
  affixes === undefined || [affixes.before, affixes.after].includes(field.name) ? undefined : affixes;

const spellingsOf = ({ fields }: FilterNames): Spellings => {
  const all = [...fields.values()].filter((names) => names.length > 0);
  const operators = all.flatMap((names) => {
    const field = names[0]?.field;
    const found = names.filter(({ operator, negated }) => !negated && operator.name !== "equals");
    return field === undefined
      ? []
      : [[field, distinct(found.map(({ operator, wireName }) => marked(field, around(wireName, operator.name))))] as const];
  });
  return { negations: distinct(all.flatMap((names) => names.map((name) => negationOf(names, name)))), operators: new Map(operators) };
};

const known = new WeakMap<FilterTable, Spellings>();

const spellings = (table: FilterTable): Spellings => {
  const made = known.get(table) ?? spellingsOf(filterNames(table));
  known.set(table, made);
  return made;
};

const isBare = ({ operator, negated }: FilterName): boolean => operator.name === "equals" && !negated;

/** The operator that `name` would have if it were of `field`. */
const operatorIn = (table: FilterTable, field: FilterFieldTable, name: string): string | undefined => {
  if (field.name === name) return filterNames(table).fields.get(name)?.some(isBare) === true ? undefined : "";
  const found = (spellings(table).operators.get(field) ?? []).map((affixes) => inner(name, affixes));
  return found.find((one) => one !== undefined);
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
  const keys = (names.fields.get(field.name) ?? []).filter((name) => !name.negated).map(({ operator }) => operator.name);
  return keys.length === 0 ? "nothing" : keys.join(", ");
};

/** Adds the issue of a name that is no parameter; true says that the caller stops here. */
export const addUnknownName = (table: FilterTable, name: string, path: Path, sink: Sink): boolean => {
  const names = filterNames(table);
  const bases = spellings(table).negations.flatMap((affixes) => inner(name, affixes) ?? []);
  const positive = bases.find((base) => names.byWireName.has(base));
  if (positive !== undefined)
    return add(sink, "negationNotAllowed", path, `is not allowed: ${positive} cannot be negated`);
  // without its negation first, or "f__x!" would be an operator "x!"
  const found = [...bases, name].map((one) => fieldOf(table, one)).find((one) => one !== undefined);
  if (found === undefined) return add(sink, "unknownParameter", path, "is not a known parameter");
  const wrong = found.operator === "" ? "no bare value" : `no operator ${found.operator}`;
  return add(
    sink,
    "unknownOperator",
    path,
    `is not allowed: ${found.field.name} takes ${wrong}, only ${takes(names, found.field)}`,
  );
};
