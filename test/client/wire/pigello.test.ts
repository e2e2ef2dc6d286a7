import "temporal-polyfill/global";
import type {} from "temporal-polyfill/types/global";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../../generated/pigello-accounts/src/client.js";
import { bulkWriteOrganizationusers } from "../../../generated/pigello-accounts/src/client/bulk-write-organizationusers.js";
import { createOrganizationuser } from "../../../generated/pigello-accounts/src/client/create-organizationuser.js";
import { getOrganizationuser } from "../../../generated/pigello-accounts/src/client/get-organizationuser.js";
import { listOrganizationusers, paginateOrganizationusers, streamOrganizationusers } from "../../../generated/pigello-accounts/src/client/list-organizationusers.js";
import { updateOrganizationuser } from "../../../generated/pigello-accounts/src/client/update-organizationuser.js";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { credentials } from "../support/credentials.js";

let server: PigelloServer;
beforeAll(async () => {
  server = await startPigelloServer();
});
afterAll(async () => server.close());

const plain = () => createClient({ baseUrl: server.url, credentials });
const dated = () => createClient({ baseUrl: server.url, credentials, dates: "Date" });
const temporal = () => createClient({ baseUrl: server.url, credentials, dates: "Temporal" });

const all = async <Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> => {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
};

const timesOf = (users: readonly { readonly id: string; readonly created_at?: unknown; readonly birth_date?: unknown }[]) =>
  users.map(({ id, created_at, birth_date }) => [id, created_at, birth_date] as const);

describe("an answer", () => {
  test("of a list, a page and JSON Lines has dates where the description says so", async () => {
    const written = timesOf(await listOrganizationusers(plain(), { order_by: ["created_at"] }));
    const expected = written.map(([id, created, birth]) => [id, new Date(created as string), typeof birth === "string" ? new Date(birth) : birth]);
    const options = { order_by: ["created_at"] } as const;
    expect(timesOf(await listOrganizationusers(dated(), options))).toEqual(expected);
    expect(timesOf(await all(paginateOrganizationusers(dated(), { ...options, pageSize: 50 })))).toEqual(expected);
    expect(timesOf(await all(streamOrganizationusers(dated(), options)))).toEqual(expected);
  });

  test("has Temporal's types", async () => {
    const [id = "", created, birth] = timesOf(await listOrganizationusers(plain(), { where: { birth_date: { isnull: false } }, page: 1, pageSize: 1 }))[0] ?? [];
    const user = await getOrganizationuser(temporal(), { pk: id });
    expect(user.created_at).toBeInstanceOf(Temporal.Instant);
    expect(user.birth_date).toBeInstanceOf(Temporal.PlainDate);
    expect(user.created_at?.epochMilliseconds).toBe(Date.parse(created as string));
    expect(String(user.birth_date)).toBe(birth);
  });

  test("that breaks its format stays text and is told, or is an error where that is asked for", async () => {
    const [user] = await listOrganizationusers(plain(), { page: 1, pageSize: 1 });
    const body = JSON.stringify([{ ...user, created_at: "yesterday" }]);
    const warnings: unknown[] = [];
    const fetch = async (): Promise<Response> => new Response(body, { headers: { "content-type": "application/json" } });
    const client = createClient({ baseUrl: server.url, credentials, dates: "Date", fetch, onWarning: ({ issues }) => warnings.push(...issues) });
    const [found] = await listOrganizationusers(client);
    expect(found?.created_at).toBe("yesterday");
    expect(warnings).toEqual([{ code: "format", path: [0, "created_at"], message: "does not have its format" }]);
    await expect(listOrganizationusers(client, { validate: "strict" })).rejects.toMatchObject({ name: "ValidationError", subject: "response" });
  });
});

describe("a filter", () => {
  type Filter<Moment> = { readonly gte?: Moment; readonly not?: { readonly gte?: Moment } };

  test.each<[string, <Moment>(moment: Moment) => Filter<Moment>, string]>([
    ["gte", (moment) => ({ gte: moment }), "created_at >= ?"],
    ["not gte", (moment) => ({ not: { gte: moment } }), "NOT created_at >= ?"],
  ])("%s by a Date and by an Instant finds the rows that SQL finds", async (_, filter, sql) => {
    const [row] = await listOrganizationusers(plain(), { order_by: ["created_at"], page: 151, pageSize: 1 });
    const at = row?.created_at ?? "";
    const [stored] = server.sql("SELECT created_at FROM organizationuser WHERE id = ?", [row?.id ?? ""]);
    const expected = server.sql(`SELECT id FROM organizationuser WHERE ${sql} ORDER BY id`, [String(stored?.["created_at"])]).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(100);
    const found = await listOrganizationusers(dated(), { where: { created_at: filter(new Date(at)) } });
    expect(found.map(({ id }) => id).toSorted()).toEqual(expected);
    const others = await listOrganizationusers(temporal(), { where: { created_at: filter(Temporal.Instant.from(at)) } });
    expect(others.map(({ id }) => id).toSorted()).toEqual(expected);
  });

  test("of the flat query, lists and days", async () => {
    const users = (await listOrganizationusers(plain(), { where: { birth_date: { isnull: false } } })).slice(0, 3);
    const days = users.map(({ birth_date }) => new Date(birth_date ?? ""));
    const found = await listOrganizationusers(dated(), { query: { birth_date__in: days } });
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(users.map(({ id }) => id)));
    expect(new URL(server.requests.at(-1)?.url ?? "", server.url).searchParams.get("birth_date__in")).toBe(users.map(({ birth_date }) => birth_date).join(","));
  });

  test("that is no day is refused, and nothing is sent", async () => {
    const before = server.requests.length;
    await expect(listOrganizationusers(dated(), { where: { birth_date: new Date("2026-01-01T01:00:00Z") } })).rejects.toMatchObject({
      subject: "request",
      issues: [{ path: ["birth_date"], message: "must be midnight in UTC: a day has no time" }],
    });
    await expect(listOrganizationusers(plain(), { where: { birth_date: new Date() as never } })).rejects.toMatchObject({ subject: "request" });
    expect(server.requests).toHaveLength(before);
  });
});

describe("a body", () => {
  test("takes dates, and the wire's own text", async () => {
    const active_to = new Date("2030-01-01T00:00:00Z");
    const made = await createOrganizationuser(dated(), { body: { detail_access: 1, first_name: "Ada", active_to, birth_date: "1990-05-06" } });
    expect(made).toMatchObject({ active_to, birth_date: new Date("1990-05-06") });
    expect(JSON.parse(server.requests.at(-1)?.body ?? "")).toMatchObject({ active_to: "2030-01-01T00:00:00.000Z", birth_date: "1990-05-06" });
    // what was read goes back unchanged
    const changed = await updateOrganizationuser(dated(), { pk: made.id, body: { detail_access: 1, first_name: "Bea", active_to: made.active_to ?? null, birth_date: made.birth_date ?? null } });
    expect(changed).toMatchObject({ first_name: "Bea", active_to, birth_date: made.birth_date });
  });

  test("with an invalid date is a ValidationError, and nothing is sent", async () => {
    const before = server.requests.length;
    const result = await createOrganizationuser.safe(dated(), { body: { detail_access: 1, first_name: "Ada", active_to: new Date(Number.NaN) } });
    expect(result).toMatchObject({ ok: false, error: { issues: [{ code: "format", path: ["body", "active_to"], message: "must be a valid Date" }] } });
    expect(server.requests).toHaveLength(before);
  });

  test("of a bulk write: items and values", async () => {
    const rows = [1, 2, 3].map((number) => ({ detail_access: 1, first_name: `Row ${number}`, birth_date: new Date(Date.UTC(2000, 0, number)) }) as const);
    const { results } = await bulkWriteOrganizationusers(dated(), [...rows, { ...rows[0]!, birth_date: new Date(1) }], { chunkSize: 2 });
    expect(results.slice(0, 3).map((one) => (one.status === "written" ? one.value?.birth_date : one.status))).toEqual(rows.map(({ birth_date }) => birth_date));
    expect(results[3]).toMatchObject({ status: "rejected", issues: [{ path: ["birth_date"], code: "format" }] });
  });
});

test("what there is not is a TypeError", () => {
  expect(() => createClient({ baseUrl: server.url, credentials, dates: "date" as never })).toThrow(new TypeError("dates must be one of string, Date, Temporal"));
  const own = Object.getOwnPropertyDescriptor(globalThis, "Temporal");
  Reflect.deleteProperty(globalThis, "Temporal");
  try {
    expect(temporal).toThrow(/import a polyfill/);
  } finally {
    if (own !== undefined) Object.defineProperty(globalThis, "Temporal", own);
  }
});
