import { simpleUpper } from "../sql/simple-upper.js";
import type { Filter, FilterValue } from "./filter-parameter.js";

/** A condition of SQL with the values of its question marks. */
export interface Clause {
  readonly sql: string;
  readonly params: readonly FilterValue[];
}

/** Escapes what LIKE gives a meaning, as Django's `prep_for_like_query` does. */
const likeText = (value: FilterValue): string => String(value).replaceAll("\\", "\\\\").replaceAll("%", "\\%").replaceAll("_", "\\_");

type Condition = (column: string, values: readonly FilterValue[]) => Clause;

const compare =
  (sign: string): Condition =>
  (column, [value = ""]) => ({ sql: `${column} ${sign} ?`, params: [value] });

const like =
  (before: string, after: string): Condition =>
  (column, [value = ""]) => ({ sql: `${column} LIKE ? ESCAPE '\\'`, params: [before + likeText(value) + after] });

/** Django's PostgreSQL backend compares the upper case of both sides. */
const likeAnyCase =
  (before: string, after: string): Condition =>
  (column, [value = ""]) => ({
    sql: `simple_upper(${column}) LIKE ? ESCAPE '\\'`,
    params: [before + likeText(simpleUpper(String(value))) + after],
  });

const conditions: Readonly<Record<string, Condition>> = {
  exact: compare("="),
  gt: compare(">"),
  gte: compare(">="),
  lt: compare("<"),
  lte: compare("<="),
  in: (column, values) => ({ sql: `${column} IN (${values.map(() => "?").join(", ")})`, params: values }),
  isnull: (column, [value]) => ({ sql: value === 1 ? `${column} IS NULL` : `${column} IS NOT NULL`, params: [] }),
  iexact: (column, [value = ""]) => ({ sql: `simple_upper(${column}) = ?`, params: [simpleUpper(String(value))] }),
  contains: like("%", "%"),
  startswith: like("", "%"),
  endswith: like("%", ""),
  icontains: likeAnyCase("%", "%"),
  istartswith: likeAnyCase("", "%"),
  iendswith: likeAnyCase("%", ""),
};

const conditionOf = (operator: string): Condition => conditions[operator] ?? conditions["exact"] ?? compare("=");

/** A relation is a question about the rows of its own table, so a user with two matches is still one row (Django: `distinct()`). */
const manyClause = ({ operator, negated, values }: Filter): Clause => {
  const from = "EXISTS (SELECT 1 FROM organizationuser_external_client AS c WHERE c.organizationuser = u.number";
  if (operator === "isnull") return { sql: (values[0] === 1) !== negated ? `NOT ${from})` : `${from})`, params: [] };
  const { sql, params } = conditionOf(operator)("c.external_client", values);
  return { sql: `${negated ? "NOT " : ""}${from} AND ${sql})`, params };
};

/**
 * The condition of one filter. A negation is Django's `exclude()`: it adds `IS NOT NULL` inside the NOT, so that rows
 * without a value are among the answers of `first_name!=Åsa`, as they are in Python and as they are not in plain SQL.
 */
export const filterClause = (filter: Filter): Clause => {
  const { field, operator, negated, values } = filter;
  if (field.kind === "many") return manyClause(filter);
  const column = `u.${field.name}`;
  const { sql, params } = conditionOf(operator)(column, values);
  if (!negated) return { sql, params };
  return { sql: operator === "isnull" ? `NOT (${sql})` : `NOT (${sql} AND ${column} IS NOT NULL)`, params };
};

/** A condition that a text occurs in one of the columns, in any case. */
export const searchClause = (columns: readonly string[], term: string): Clause => {
  const found = columns.map((column) => likeAnyCase("%", "%")(`u.${column}`, [term]));
  return { sql: `(${found.map(({ sql }) => sql).join(" OR ")})`, params: found.flatMap(({ params }) => params) };
};
