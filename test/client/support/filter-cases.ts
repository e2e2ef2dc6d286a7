import { filterFields, operatorsOf, type FilterField } from "../../server/pigello/filter-fields.js";
import type { PigelloServer } from "../../server/pigello-server.js";

/** One filter, as a `where` of the package and as SQL over the server's tables. */
export interface FilterCase {
  readonly name: string;
  readonly where: object;
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

type Value = string | number;

interface Condition {
  readonly operand: unknown;
  readonly sql: string;
  readonly params: readonly Value[];
}

/** Times are kept as text with six digits of a second. */
const stored = (kind: FilterField["kind"], value: Value): Value => (kind === "dateTime" ? String(value) : value);

const operandOf = (kind: FilterField["kind"], value: Value): unknown =>
  kind === "boolean" ? value === 1 : kind === "dateTime" ? `${String(value).replace(" ", "T").replace(/Z?$/, "Z")}` : value;

const comparisons: Readonly<Record<string, string>> = { equals: "=", gt: ">", gte: ">=", lt: "<", lte: "<=" };

const inner = (text: string): string => text.slice(1, -1);

/** upper() folds the case of ASCII letters, which is enough for the texts that are chosen; they hold no wildcards either. */
const texts: Readonly<Record<string, (column: string, text: string) => Condition>> = {
  contains: (column, text) => ({ operand: inner(text), sql: `${column} GLOB ?`, params: [`*${inner(text)}*`] }),
  startswith: (column, text) => ({ operand: text.slice(0, 3), sql: `${column} GLOB ?`, params: [`${text.slice(0, 3)}*`] }),
  endswith: (column, text) => ({ operand: text.slice(-3), sql: `${column} GLOB ?`, params: [`*${text.slice(-3)}`] }),
  icontains: (column, text) => ({ operand: inner(text).toUpperCase(), sql: `upper(${column}) GLOB ?`, params: [`*${inner(text).toUpperCase()}*`] }),
  istartswith: (column, text) => ({ operand: text.slice(0, 3).toUpperCase(), sql: `upper(${column}) GLOB ?`, params: [`${text.slice(0, 3).toUpperCase()}*`] }),
  iendswith: (column, text) => ({ operand: text.slice(-3).toUpperCase(), sql: `upper(${column}) GLOB ?`, params: [`*${text.slice(-3).toUpperCase()}`] }),
  iexact: (column, text) => ({ operand: text.toUpperCase(), sql: `upper(${column}) = ?`, params: [text.toUpperCase()] }),
};

/** A condition on a column of the user's own. */
const conditionOf = (kind: FilterField["kind"], column: string, operator: string, values: readonly Value[]): Condition => {
  const [first = "", second = first] = values;
  if (operator === "isnull") return { operand: true, sql: `${column} IS NULL`, params: [] };
  if (operator === "in")
    return { operand: [first, second].map((value) => operandOf(kind, value)), sql: `${column} IN (?, ?)`, params: [first, second].map((value) => stored(kind, value)) };
  const text = texts[operator];
  if (text !== undefined) return text(column, String(first));
  return { operand: operandOf(kind, first), sql: `${column} ${comparisons[operator] ?? "="} ?`, params: [stored(kind, first)] };
};

const clients = "SELECT 1 FROM organizationuser_external_client c WHERE c.organizationuser = u.number";

const conditionOfMany = (operator: string, values: readonly Value[]): Condition => {
  if (operator === "isnull") return { operand: true, sql: `NOT EXISTS (${clients})`, params: [] };
  const { operand, sql, params } = conditionOf("uuid", "c.external_client", operator, values);
  return { operand, sql: `EXISTS (${clients} AND ${sql})`, params };
};

/** Two values that stand in rows; texts are plain enough for patterns. */
const valuesOf = ({ name, kind }: FilterField, server: PigelloServer): readonly Value[] => {
  const [table, column] = kind === "many" ? ["organizationuser_external_client", "external_client"] : ["organizationuser", name];
  const plain = kind === "text" ? `AND length(${column}) > 4 AND ${column} NOT GLOB '*[^A-Za-z0-9@.-]*'` : "";
  const rows = server.sql(`SELECT DISTINCT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL ${plain} ORDER BY ${column} LIMIT 2 OFFSET 1`);
  return rows.map(({ value }) => value as Value);
};

/** Every filter of the list, plain and negated. A negated filter also takes the rows that have no value, as Django does. */
export const filterCases = (server: PigelloServer): readonly FilterCase[] =>
  filterFields.flatMap((field) =>
    ["equals", ...operatorsOf(field.kind)].flatMap((operator): readonly FilterCase[] => {
      const values = valuesOf(field, server);
      const { operand, sql, params } = field.kind === "many" ? conditionOfMany(operator, values) : conditionOf(field.kind, `u.${field.name}`, operator, values);
      const name = operator === "equals" ? field.name : `${field.name}__${operator}`;
      return [
        { name, where: { [field.name]: { [operator]: operand } }, sql, params },
        { name: `${name}!`, where: { [field.name]: { not: { [operator]: operand } } }, sql: `NOT coalesce(${sql}, 0)`, params },
      ];
    }),
  );
