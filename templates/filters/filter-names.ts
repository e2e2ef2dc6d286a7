import type { FilterFieldTable, FilterOperatorTable, FilterTable } from "./table.js";

/** One filter parameter. */
export interface FilterName {
  readonly wireName: string;
  readonly field: FilterFieldTable;
  readonly operator: FilterOperatorTable;
  readonly negated: boolean;
}

export interface FilterNames {
  /** The parameters of each field, by its name, in the order in which they are written. */
  readonly fields: ReadonlyMap<string, readonly FilterName[]>;
  readonly byWireName: ReadonlyMap<string, FilterName>;
  /** Is it the name of a parameter that is no filter? */
  readonly isOther: (wireName: string) => boolean;
}

const nameOf = (
  field: FilterFieldTable,
  operator: FilterOperatorTable,
  wire: string | undefined,
  negated: boolean,
): readonly FilterName[] =>
  // a function, since `$&` in a name would be read as a pattern
  wire === undefined ? [] : [{ wireName: wire.replace("{field}", () => field.name), field, operator, negated }];

const namesOfField = (field: FilterFieldTable): readonly FilterName[] =>
  field.operators.flatMap((operator) => [
    ...nameOf(field, operator, operator.wire, false),
    ...nameOf(field, operator, operator.not, true),
  ]);

const namesOf = ({ fields, others }: FilterTable): FilterNames => {
  const byField = new Map(fields.map((field) => [field.name, namesOfField(field)]));
  const byWireName = new Map([...byField.values()].flat().map((name) => [name.wireName, name]));
  const known = new Set(others);
  const prefixes = others.filter((name) => name.endsWith("["));
  const isOther = (wireName: string): boolean => known.has(wireName) || prefixes.some((prefix) => wireName.startsWith(prefix));
  return { fields: byField, byWireName, isOther };
};

const known = new WeakMap<FilterTable, FilterNames>();

/** Every filter parameter of a table; made when a table is first used. */
export const filterNames = (table: FilterTable): FilterNames => {
  const made = known.get(table) ?? namesOf(table);
  known.set(table, made);
  return made;
};
