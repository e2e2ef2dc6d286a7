import initSqlJs, { type Database, type SqlValue, type Statement } from "sql.js";
import { simpleUpper } from "./simple-upper.js";

export type { SqlValue } from "sql.js";

/** One row, by column. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Rows in memory. */
export interface Rows {
  readonly all: (sql: string, params?: readonly SqlValue[]) => readonly SqlRow[];
  /** The same without the names of the columns, which is faster. */
  readonly lists: (sql: string, params?: readonly SqlValue[]) => readonly (readonly SqlValue[])[];
  readonly first: (sql: string, params?: readonly SqlValue[]) => SqlRow | undefined;
  readonly run: (sql: string, params?: readonly SqlValue[]) => void;
  /** All or nothing: what throws leaves no trace. */
  readonly transaction: <Result>(work: () => Result) => Result;
  readonly close: () => void;
}

const collect = <Row>(statement: Statement, params: readonly SqlValue[], rowOf: (statement: Statement) => Row): readonly Row[] => {
  const rows: Row[] = [];
  statement.bind([...params]);
  while (statement.step()) rows.push(rowOf(statement));
  statement.reset();
  return rows;
};

const transaction = <Result>(database: Database, work: () => Result): Result => {
  database.run("BEGIN");
  try {
    const result = work();
    database.run("COMMIT");
    return result;
  } catch (error) {
    database.run("ROLLBACK");
    throw error;
  }
};

/** Statements that are kept; a query string can make any number of different ones. */
const keptStatements = 100;

/**
 * An empty SQLite database. LIKE tells upper and lower case apart, as in PostgreSQL; `simple_upper` is there for the
 * comparisons that do not.
 */
export const openDatabase = async (): Promise<Rows> => {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.create_function("simple_upper", (text: unknown) => (typeof text === "string" ? simpleUpper(text) : null));
  database.run("PRAGMA case_sensitive_like = ON");
  const statements = new Map<string, Statement>();
  const statementOf = (sql: string): Statement => {
    const kept = statements.get(sql);
    if (kept !== undefined) return kept;
    for (const [old, statement] of statements.size < keptStatements ? [] : statements) {
      statements.delete(old);
      statement.free();
    }
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const all: Rows["all"] = (sql, params = []) => collect(statementOf(sql), params, (statement) => statement.getAsObject());
  return {
    all,
    lists: (sql, params = []) => collect(statementOf(sql), params, (statement) => statement.get()),
    first: (sql, params) => all(sql, params)[0],
    run: (sql, params = []) => statementOf(sql).run([...params]),
    transaction: (work) => transaction(database, work),
    close: () => database.close(),
  };
};
