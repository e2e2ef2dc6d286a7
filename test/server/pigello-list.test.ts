import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PigelloServer, startPigelloServer } from "./pigello-server.js";
import { credentialHeaders, pigelloCredentials } from "./pigello/credentials.js";
import { get, list, parsed, send } from "./support/pigello-calls.js";
import { rawRequest } from "./support/raw-request.js";

type User = Readonly<Record<string, unknown>>;

let server: PigelloServer;
beforeAll(async () => {
  server = await startPigelloServer();
});
afterAll(() => server.close());

const users = async (query: string, from = server): Promise<readonly User[]> => parsed(await get(from, `${list}?${query}`));

describe("credentials", () => {
  test.each(credentialHeaders)("without %s: 401", async (name) => {
    const { [name]: _, ...rest } = pigelloCredentials;
    expect((await rawRequest(server.url, list, { headers: rest })).status).toBe(401);
  });

  test.each(credentialHeaders)("with a wrong %s: 403, and no value is told", async (name) => {
    const { status, text } = await rawRequest(server.url, list, { headers: { ...pigelloCredentials, [name]: "wrong" } });
    expect([status, JSON.parse(text)]).toEqual([403, { detail: "You do not have permission to perform this action." }]);
  });

  test("can be changed while the server runs", async () => {
    const rotated = { ...pigelloCredentials, "x-pigello-client-secret": "new" };
    server.accept(rotated);
    expect((await get(server, list)).status).toBe(403);
    expect((await rawRequest(server.url, list, { headers: rotated })).status).toBe(200);
    server.accept(pigelloCredentials);
  });
});

describe("lists", () => {
  test("without a query give every row", async () => {
    expect(parsed(await get(server, list))).toEqual(server.rows());
  });

  test("order by several fields; null comes last, and first when descending", async () => {
    const expected = (order: string): readonly unknown[] => server.sql(`SELECT id FROM organizationuser ORDER BY ${order}`).map(({ id }) => id);
    const ids = async (order: string): Promise<readonly unknown[]> => (await users(`_order_by=${order}`)).map(({ id }) => id);
    expect(await ids("last_name,-created_at")).toEqual(expected("last_name IS NULL, last_name, created_at DESC"));
    expect(await ids("-birth_date%2Cfirst_name")).toEqual(expected("birth_date IS NOT NULL, birth_date DESC, first_name IS NULL, first_name, number"));
  });

  test("search every word in any text, in any case", async () => {
    const found = await users("_search=%C3%85STR%C3%96M+david");
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((user) => user["first_name"] === "David" && user["last_name"] === "Åström-Lind")).toBe(true);
  });

  test("_slim leaves three fields, _statistics changes nothing", async () => {
    const [first] = await users("_slim=true&_statistics=true");
    expect(Object.keys(first ?? {})).toEqual(["id", "detail_access", "full_name"]);
  });

  test("the arrays of objects are taken as JSON", async () => {
    expect(await users(`tags=${encodeURIComponent('[{"id":"a,b"}]')}`)).toHaveLength(300);
  });
});

describe("pages", () => {
  const sizes = async (pages: "empty" | "not-found" | "repeat-last" | "ignored", number: number): Promise<readonly unknown[]> => {
    const own = await startPigelloServer({ seed: 5, pages });
    const { status, text } = await get(own, `${list}?_page=${number}&_page_size=2&_order_by=created_at`);
    const all = own.rows().map(({ id }) => id);
    await own.close();
    return status === 200 ? (JSON.parse(text) as readonly User[]).map(({ id }) => all.indexOf(id)) : [status];
  };

  test.each([
    ["empty", 2, [2, 3]],
    ["empty", 3, [4]],
    ["empty", 4, []],
    ["not-found", 3, [4]],
    ["not-found", 4, [404]],
    ["repeat-last", 9, [4]],
    ["ignored", 2, [0, 1]],
  ] as const)("%s, page %i", async (pages, number, expected) => {
    expect(await sizes(pages, number)).toEqual(expected);
  });

  test("are cut to the largest size", async () => {
    const own = await startPigelloServer({ seed: 5, maxPageSize: 2 });
    expect(await users("_page=1&_page_size=4", own)).toHaveLength(2);
    await own.close();
  });

  test("keep to the filters and never overlap", async () => {
    const query = "is_active=true&_order_by=detail_access&_page_size=100";
    const pages = await Promise.all([1, 2, 3].map((page) => users(`${query}&_page=${page}`)));
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(270);
  });
});

describe("JSON Lines", () => {
  test("one row per line, counted", async () => {
    const { headers, text } = await get(server, `${list}?_jsonl=true&is_active=false`);
    expect(headers["content-type"]).toBe("application/x-ndjson");
    expect(text.endsWith("\n")).toBe(true);
    const lines = text.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(server.rows().filter((row) => row["is_active"] === false));
    expect(server.requests.at(-1)?.answer).toMatchObject({ lines: lines.length, end: "complete" });
  });

  test("a row that changes is told anew where texts are kept", async () => {
    const own = await startPigelloServer({ seed: 2, keepTexts: true });
    const before = await users("", own);
    await send(own, "PATCH", `${list.replace("list/", "")}${String(before[0]?.["id"])}/`, { detail_access: 2, first_name: "New" });
    expect(await users("", own)).toEqual(own.rows());
    expect((await users("", own))[0]).toMatchObject({ first_name: "New", detail_access: 2 });
    await own.close();
  });
});
