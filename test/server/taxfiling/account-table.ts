import type { Rows, SqlRow, SqlValue } from "../sql/database.js";
import { type Account, accountFields, type AccountKind, type AccountValue } from "./account-fields.js";
import type { MsDate } from "./ms-date.js";

/** The accounts in SQLite. Dates are two columns: the milliseconds, and `…_kind`. */
export interface AccountTable {
  readonly insert: (account: Account) => void;
  readonly hasUserName: (userName: string) => boolean;
  /** In the order in which they were registered. */
  readonly all: () => readonly Account[];
}

const isDate = (kind: AccountKind): boolean => kind === "DateTime" || kind === "DateTime?";

const isNumber = (kind: AccountKind): boolean => kind === "int";

const quoted = (name: string): string => `"${name}"`;

const columns: readonly string[] = accountFields.flatMap(({ name, kind }) => (isDate(kind) ? [name, `${name}_kind`] : [name]));

const definition = (kind: AccountKind, name: string): string => {
  if (isDate(kind)) return `${quoted(name)} INTEGER, ${quoted(`${name}_kind`)} TEXT`;
  return `${quoted(name)} ${isNumber(kind) ? "INTEGER" : "TEXT"}`;
};

const stored = (kind: AccountKind, value: AccountValue | undefined): readonly SqlValue[] => {
  if (value === null || value === undefined) return isDate(kind) ? [null, null] : [null];
  if (typeof value === "number" || typeof value === "string") return [value];
  if (!isDate(kind)) return [JSON.stringify(value)];
  const { ms, kind: dateKind } = value as MsDate;
  return [ms, dateKind];
};

const restored = (kind: AccountKind, name: string, row: SqlRow): AccountValue => {
  const value = row[name] ?? null;
  if (value === null || kind === "string" || isNumber(kind)) return value as AccountValue;
  if (isDate(kind)) return { ms: Number(value), kind: row[`${name}_kind`] === "utc" ? "utc" : "unspecified" };
  return JSON.parse(String(value)) as AccountValue;
};

/** Creates the table `account` in an empty database. */
export const createAccountTable = (rows: Rows): AccountTable => {
  const definitions = accountFields.map(({ name, kind }) => definition(kind, name)).join(", ");
  rows.run(`CREATE TABLE account (number INTEGER PRIMARY KEY AUTOINCREMENT, ${definitions})`);
  rows.run('CREATE UNIQUE INDEX account_user_name ON account ("userName")');
  const statement = `INSERT INTO account (${columns.map(quoted).join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
  return {
    insert: (account) => rows.run(statement, accountFields.flatMap(({ name, kind }) => stored(kind, account[name]))),
    hasUserName: (userName) => rows.first('SELECT 1 FROM account WHERE "userName" = ?', [userName]) !== undefined,
    all: () =>
      rows
        .all("SELECT * FROM account ORDER BY number")
        .map((row) => Object.fromEntries(accountFields.map(({ name, kind }) => [name, restored(kind, name, row)]))),
  };
};
