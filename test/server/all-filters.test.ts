import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PigelloServer, startPigelloServer } from "./pigello-server.js";
import { type FilterField, filterFields, operatorsOf } from "./pigello/filter-fields.js";
import { readListQuery } from "./pigello/list-query.js";
import { listStatement } from "./pigello/list-statement.js";

type User = Readonly<Record<string, unknown>>;

/** What one user has in one field. */
interface Cell {
  readonly id: unknown;
  readonly values: readonly string[];
  readonly uppers: readonly string[];
}

let server: PigelloServer;
/** The users by what they have in each field. */
let columns: ReadonlyMap<string, readonly Cell[]> = new Map();
beforeAll(async () => {
  server = await startPigelloServer();
  const users = server.rows();
  columns = new Map(filterFields.map((field) => [field.name, users.map((user) => cellOf(user, field))]));
});
afterAll(() => server.close());

/** What a user has in a field: nothing, one value, or several. Times are compared as texts of the same length. */
const valuesOf = (user: User, { name, kind }: FilterField): readonly string[] => {
  const value = user[name];
  if (value === null) return [];
  if (kind === "many") return (value as readonly { readonly id: string }[]).map(({ id }) => id);
  if (kind === "uuid" && typeof value === "object") return [(value as { readonly id: string }).id];
  return [kind === "dateTime" ? String(value).replace(/:(\d\d)Z$/, ":$1.000000Z") : String(value)];
};

const upper = (text: string): string => [...text].map((one) => ([...one.toUpperCase()].length === 1 ? one.toUpperCase() : one)).join("");

const cellOf = (user: User, field: FilterField): Cell => {
  const values = valuesOf(user, field);
  return { id: user["id"], values, uppers: values.map(upper) };
};

type Meaning = (cell: Cell, wanted: string) => boolean;

const some =
  (is: (value: string, wanted: string) => boolean): Meaning =>
  ({ values }, wanted) =>
    values.some((value) => is(value, wanted));

const someUpper =
  (is: (value: string, wanted: string) => boolean): Meaning =>
  ({ uppers }, wanted) =>
    uppers.some((value) => is(value, upper(wanted)));

/** The meaning of the operators in JavaScript; the server has them in SQL. */
const meanings: Readonly<Record<string, Meaning>> = {
  exact: some((value, wanted) => value === wanted),
  in: some((value, wanted) => wanted.split(",").includes(value)),
  isnull: ({ values }, wanted) => (values.length === 0) === (wanted === "true"),
  gt: some((value, wanted) => value > wanted),
  gte: some((value, wanted) => value >= wanted),
  lt: some((value, wanted) => value < wanted),
  lte: some((value, wanted) => value <= wanted),
  contains: some((value, wanted) => value.includes(wanted)),
  startswith: some((value, wanted) => value.startsWith(wanted)),
  endswith: some((value, wanted) => value.endsWith(wanted)),
  icontains: someUpper((value, wanted) => value.includes(wanted)),
  istartswith: someUpper((value, wanted) => value.startsWith(wanted)),
  iendswith: someUpper((value, wanted) => value.endsWith(wanted)),
  iexact: someUpper((value, wanted) => value === wanted),
};

/** Some values of the field, and parts of them in another case where parts are asked for. */
const wantedOf = (field: FilterField, operator: string): readonly string[] => {
  if (operator === "isnull") return ["true", "false"];
  const values = [...new Set((columns.get(field.name) ?? []).flatMap((cell) => cell.values))];
  const few = [0, 0.3, 0.7].map((share) => values[Math.floor(values.length * share)] ?? "");
  if (operator === "in") return [few[0] ?? "", few.join(","), [...few, ...values.slice(-1)].join(",")];
  if (["exact", "gt", "gte", "lt", "lte"].includes(operator)) return few;
  const parts = few.map((value) => [...value].slice(operator.endsWith("endswith") ? -2 : 0, operator.endsWith("endswith") ? undefined : 2).join(""));
  return [...new Set([...few.slice(0, 1), ...parts.slice(0, 2), ...parts.slice(1).map((part) => part.toLowerCase()), "_"])];
};

/** One text is compared much faster than a list of three hundred. */
const idsFound = (name: string, wanted: string): string => {
  const { query, errors } = readListQuery(`${encodeURIComponent(name)}=${encodeURIComponent(wanted)}`, "comma");
  if (query === undefined) throw new Error(JSON.stringify(errors));
  const { sql, params } = listStatement(query);
  return server.sql(sql.replace("SELECT u.number", "SELECT u.id"), params).map(({ id }) => id).join("\n");
};

const lookups = filterFields.flatMap((field) =>
  ["exact", ...operatorsOf(field.kind)].map((operator) => ({ field, operator, name: operator === "exact" ? field.name : `${field.name}__${operator}` })),
);

test("there are 376 names of filters, half of them negations", () => {
  expect(new Set(lookups.map(({ name }) => name)).size).toBe(188);
});

/** Negation is Python's: whatever the filter does not find, users without a value included. */
describe("every name finds what its meaning says, and with ! the rest", () => {
  test.each(lookups)("$name", ({ field, operator, name }) => {
    const cells = columns.get(field.name) ?? [];
    for (const wanted of wantedOf(field, operator)) {
      const isFound = (cell: Cell): boolean => meanings[operator]?.(cell, wanted) === true;
      const idsOf = (is: (cell: Cell) => boolean): string => cells.filter(is).map(({ id }) => id).join("\n");
      expect(idsFound(name, wanted), `${name}=${wanted}`).toBe(idsOf(isFound));
      expect(idsFound(`${name}!`, wanted), `${name}!=${wanted}`).toBe(idsOf((cell) => !isFound(cell)));
    }
  });
});
