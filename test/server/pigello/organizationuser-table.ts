import type { Rows, SqlValue } from "../sql/database.js";
import { filterFields, type FilterKind } from "./filter-fields.js";
import type { StoredUser } from "./stored-user.js";

/** The users in SQLite. `number` counts from 1 in the order of creation. */
export interface OrganizationuserTable {
  readonly insert: (user: StoredUser) => void;
  readonly update: (user: StoredUser) => void;
  readonly remove: (id: string) => void;
  readonly byId: (id: string) => StoredUser | undefined;
  readonly byNumber: (number: number) => StoredUser | undefined;
  /** In the order of creation. */
  readonly all: () => readonly StoredUser[];
  /** The numbers that a statement selects. */
  readonly numbers: (sql: string, params: readonly SqlValue[]) => readonly number[];
  /** Whether another row has this value. */
  readonly isTaken: (column: string, value: SqlValue, exceptId: string) => boolean;
}

const sqlTypes: Readonly<Record<FilterKind, string>> = {
  text: "TEXT",
  dateTime: "TEXT",
  date: "TEXT",
  integer: "INTEGER",
  boolean: "INTEGER",
  uuid: "TEXT",
  many: "",
};

const plain = filterFields.filter(({ kind }) => kind !== "many");

/** Columns beside the filter fields; they hold JSON. */
const jsonColumns = [
  "debt_distribution_instruction",
  "invoice_distribution_instruction",
  "reminder_distribution_instruction",
  "send_out_distribution_instruction",
  "profile_picture",
] as const;

const columns: readonly (keyof StoredUser)[] = [...plain.map(({ name }) => name as keyof StoredUser), ...jsonColumns];

const definitions = [
  `CREATE TABLE organizationuser (
     number INTEGER PRIMARY KEY AUTOINCREMENT,
     ${[...plain.map(({ name, kind }) => `${name} ${sqlTypes[kind]}`), ...jsonColumns.map((name) => `${name} TEXT`)].join(", ")}
   )`,
  "CREATE UNIQUE INDEX organizationuser_id ON organizationuser (id)",
  "CREATE INDEX organizationuser_custom_id ON organizationuser (custom_id)",
  "CREATE INDEX organizationuser_email ON organizationuser (email)",
  `CREATE TABLE organizationuser_external_client (
     organizationuser INTEGER NOT NULL, position INTEGER NOT NULL, external_client TEXT NOT NULL,
     PRIMARY KEY (organizationuser, position)
   ) WITHOUT ROWID`,
];

const select = `SELECT ${columns.map((name) => `u.${name}`).join(", ")}, (
    SELECT json_group_array(c.external_client) FROM (
      SELECT external_client FROM organizationuser_external_client WHERE organizationuser = u.number ORDER BY position
    ) AS c
  ) AS external_clients
  FROM organizationuser AS u WHERE`;

const stored = (value: unknown): SqlValue => {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  return typeof value === "boolean" ? Number(value) : JSON.stringify(value);
};

type Restore = (value: SqlValue) => unknown;

const asJson: Restore = (value) => (value === null ? null : (JSON.parse(String(value)) as unknown));

const asBoolean: Restore = (value) => (value === null ? null : value === 1);

const restores: readonly (readonly [keyof StoredUser, Restore])[] = [
  ...plain.map(({ name, kind }) => [name as keyof StoredUser, kind === "boolean" ? asBoolean : (value: SqlValue) => value] as const),
  ...jsonColumns.map((name) => [name, asJson] as const),
  ["external_clients", asJson],
];

/** The row comes in the order of `restores`; a loop, because every line of a long list goes through here. */
const userOf = (row: readonly SqlValue[]): StoredUser => {
  const user: Record<string, unknown> = {};
  for (const [index, [name, restore]] of restores.entries()) user[name] = restore(row[index] ?? null);
  return user as unknown as StoredUser;
};

const insertStatement = `INSERT INTO organizationuser (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
const updateStatement = `UPDATE organizationuser SET ${columns.map((name) => `${name} = ?`).join(", ")} WHERE id = ?`;

const insertClient = "INSERT INTO organizationuser_external_client VALUES (last_insert_rowid(), ?, ?)";
const addClient = "INSERT INTO organizationuser_external_client SELECT number, ?, ? FROM organizationuser WHERE id = ?";
const dropClients = `DELETE FROM organizationuser_external_client
  WHERE organizationuser = (SELECT number FROM organizationuser WHERE id = ?)`;
const selectById = `${select} u.id = ?`;
const selectByNumber = `${select} u.number = ?`;
const selectAll = `${select} true ORDER BY u.number`;

/** Creates the tables in an empty database. `changed` is told of every row that is no longer what it was. */
export const createOrganizationuserTable = (rows: Rows, changed: () => void): OrganizationuserTable => {
  for (const definition of definitions) rows.run(definition);
  return {
    insert: (user) => {
      rows.run(insertStatement, columns.map((name) => stored(user[name])));
      for (const [position, client] of user.external_clients.entries()) rows.run(insertClient, [position, client]);
    },
    update: (user) => {
      changed();
      rows.run(updateStatement, [...columns.map((name) => stored(user[name])), user.id]);
      rows.run(dropClients, [user.id]);
      for (const [position, client] of user.external_clients.entries()) rows.run(addClient, [position, client, user.id]);
    },
    remove: (id) => {
      changed();
      rows.run(dropClients, [id]);
      rows.run("DELETE FROM organizationuser WHERE id = ?", [id]);
    },
    byId: (id) => rows.lists(selectById, [id]).map(userOf)[0],
    byNumber: (number) => rows.lists(selectByNumber, [number]).map(userOf)[0],
    all: () => rows.lists(selectAll).map(userOf),
    numbers: (sql, params) => rows.lists(sql, params).map(([number]) => Number(number)),
    isTaken: (column, value, exceptId) =>
      rows.first(`SELECT 1 FROM organizationuser WHERE ${column} = ? AND id <> ?`, [value, exceptId]) !== undefined,
  };
};
