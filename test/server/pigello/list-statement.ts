import { type Clause, filterClause, searchClause } from "../django/where-clause.js";
import type { FilterValue } from "../django/filter-parameter.js";
import { filterFields } from "./filter-fields.js";
import type { ListQuery, Order } from "./list-query.js";

/** A statement of SQL with its values. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly FilterValue[];
}

const searched = filterFields.filter(({ kind }) => kind === "text").map(({ name }) => name);

/** Where a row has several clients, its smallest one stands for it; Django would give the row once per client. */
const columnOf = (field: string): string =>
  field === "external_clients"
    ? "(SELECT min(c.external_client) FROM organizationuser_external_client AS c WHERE c.organizationuser = u.number)"
    : `u.${field}`;

/** As in PostgreSQL, null comes after every value, and therefore first when the order is turned round. */
const orderTerm = ({ field, descending }: Order): string => `${columnOf(field)} ${descending ? "DESC NULLS FIRST" : "ASC NULLS LAST"}`;

const joined = (clauses: readonly Clause[]): Clause => ({
  sql: clauses.length === 0 ? "" : ` WHERE ${clauses.map(({ sql }) => sql).join(" AND ")}`,
  params: clauses.flatMap(({ params }) => params),
});

/**
 * The statement that selects the numbers of the rows of a list, in order. The filters are joined by AND, each for itself.
 * Rows that compare equal stand in the order in which they were created, so that pages never overlap.
 */
export const listStatement = ({ filters, search, order }: ListQuery): Statement => {
  const { sql, params } = joined([...filters.map(filterClause), ...search.map((word) => searchClause(searched, word))]);
  return { sql: `SELECT u.number FROM organizationuser AS u${sql} ORDER BY ${[...order.map(orderTerm), "u.number"].join(", ")}`, params };
};
