import type { FilterDialectTable, FilterFieldTable, FilterOperatorTable, FilterTable } from "./table.js";

/** One filter parameter. Without an operator it is the bare one: equals. */
export interface FilterName {
  readonly wireName: string;
  readonly field: FilterFieldTable;
  readonly operator?: FilterOperatorTable;
  /** What it is called in a `where`: the operator's name, or `equals`. */
  readonly key: string;
  readonly negated: boolean;
}

export interface FilterNames {
  /** The parameters of each field, by its name, in the order in which they are written. */
  readonly fields: ReadonlyMap<string, readonly FilterName[]>;
  readonly byWireName: ReadonlyMap<string, FilterName>;
  readonly others: ReadonlySet<string>;
}

const operatorName = (dialect: FilterDialectTable, field: string, operator: string): string => {
  const { before, between, after, operatorFirst } = dialect.operator;
  return before + (operatorFirst ? operator + between + field : field + between + operator) + after;
};

const isNegatable = (field: FilterFieldTable, key: string): boolean =>
  typeof field.negatable === "boolean" ? field.negatable : field.negatable.includes(key);

const withNegation = (dialect: FilterDialectTable, name: FilterName): readonly FilterName[] =>
  dialect.negation === undefined || !isNegatable(name.field, name.key)
    ? [name]
    : [name, { ...name, wireName: dialect.negation.before + name.wireName + dialect.negation.after, negated: true }];

const namesOfField = (dialect: FilterDialectTable, field: FilterFieldTable): readonly FilterName[] => {
  const bare: readonly FilterName[] =
    field.bare === false ? [] : [{ wireName: field.name, field, key: "equals", negated: false }];
  const operators = field.operators.map((operator): FilterName => {
    const wireName = operatorName(dialect, field.name, operator.name);
    return { wireName, field, operator, key: operator.name, negated: false };
  });
  return [...bare, ...operators].flatMap((name) => withNegation(dialect, name));
};

const namesOf = ({ dialect, fields, others }: FilterTable): FilterNames => {
  const byField = new Map(
    fields.map((field) => [field.name, dialect === undefined ? [] : namesOfField(dialect, field)]),
  );
  const byWireName = new Map([...byField.values()].flat().map((name) => [name.wireName, name]));
  return { fields: byField, byWireName, others: new Set(others) };
};

const known = new WeakMap<FilterTable, FilterNames>();

/** Every filter parameter of a table; made when a table is first used. */
export const filterNames = (table: FilterTable): FilterNames => {
  const made = known.get(table) ?? namesOf(table);
  known.set(table, made);
  return made;
};
