import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateWith } from "../../../generator/generate.js";
import type { GeneratedFile } from "../../../generator/generate-package.js";
import { loadTools } from "../../../generator/tools.js";
import type { Representation } from "../../../templates/client/wire/representation.js";
import { compileStrict } from "../../support/compile-strict.js";
import { createShelf, type PackageShelf } from "../../support/load-package.js";

const input = fileURLToPath(new URL("shop.yaml", import.meta.url));

/** A program on the package: the compiler decides whether it may be written so. */
const usage = `
import { createClient, getOrder, importOrders } from "./index.js";
import type { Order, OrderWith } from "./index.js";
const client = createClient();
export const order = async (): Promise<bigint> => {
  const found = await getOrder(client, { day: new Date(0), number: 9007199254740993n, query: { since: new Date(0), ids: [1n, 2n], max: "0.10" } });
  const total: string | undefined = found.total;
  const placed: Date | undefined = found.replaces?.replaces?.placed;
  const delivery: string | null | undefined = found.delivery;
  const days: readonly Date[] | undefined = found.days;
  const price: string | undefined = found.prices?.["a"];
  const born: Date | undefined = found.payer !== undefined && "born" in found.payer ? found.payer.born : undefined;
  const same: OrderWith<{}> = found;
  await importOrders(client, { body: [found, same] });
  void [total, placed, delivery, days, price, born];
  return found.number;
};
const plain = createClient({ dates: "string", int64: "number", decimals: "number" });
export const wire = async (): Promise<Order> => getOrder(plain, { day: "2026-01-01", number: 1 });
`;

const generated: Record<string, readonly GeneratedFile[]> = {};
let shelf: PackageShelf;

beforeAll(async () => {
  const tools = await loadTools();
  shelf = createShelf(tools.transpile);
  const make = async (name: string, representation: Partial<Representation>): Promise<void> => {
    generated[name] = (await generateWith({ input, name, representation }, async () => tools)).files;
  };
  await make("plain", {});
  await make("fixed", { dates: "string", int64: "number", decimals: "number" });
  await make("partly", { dates: "string" });
  await make("shown", { dates: "Date", int64: "bigint", decimals: "string" });
});
afterAll(() => shelf.clear());

const messages = (files: readonly GeneratedFile[], own: string): readonly string[] =>
  compileStrict(new Map([...files.filter((file) => file.path.endsWith(".ts")).map((file) => [path.posix.join("/", file.path), file.text] as const), ["/src/usage.ts", own]])).map(
    ({ file, line, text }) => `${file}:${line} ${text}`,
  );

describe("types", () => {
  test("of a package whose clients show Dates, bigint and text by default", () => {
    expect(messages(generated["shown"] ?? [], usage)).toEqual([]);
  });

  test("of one that says nothing are those of the wire", () => {
    const own = usage.replace("createClient()", 'createClient({ dates: "Date", int64: "bigint", decimals: "string" })').replace("OrderWith<{}>", 'OrderWith<{ dates: "Date"; int64: "bigint"; decimals: "string" }>');
    expect(messages(generated["plain"] ?? [], own)).toEqual([]);
    expect(messages(generated["plain"] ?? [], usage).length).toBeGreaterThan(5);
  });
});

describe("a package that is to show things as they are on the wire", () => {
  const namesOf = (name: string): string => (generated[name] ?? []).map((file) => file.path).join(" ");

  test("has nothing to choose, and no codecs", () => {
    expect(messages(generated["fixed"] ?? [], 'import { createClient, getOrder } from "./index.js";\nvoid getOrder(createClient(), { day: "2026-01-01", number: 1 });')).toEqual([]);
    expect(messages(generated["fixed"] ?? [], 'import { createClient } from "./index.js";\ncreateClient({ dates: "Date" });')).toHaveLength(1);
    expect(namesOf("fixed")).not.toMatch(/codecs|runtime\/client\/wire\/(?:wire|codec|times|leaves)\b/);
    expect(namesOf("plain")).toMatch(/codecs\/order/);
  });

  test("but for what is still open", () => {
    const own = 'import { createClient, getOrder } from "./index.js";\nexport const total = async (): Promise<string | undefined> => (await getOrder(createClient({ decimals: "string", int64: "bigint" }), { day: "2026-01-01", number: 1n })).total;';
    expect(messages(generated["partly"] ?? [], own)).toEqual([]);
    expect(messages(generated["partly"] ?? [], 'import { createClient } from "./index.js";\ncreateClient({ dates: "Date" });').join()).toContain(`Type '"Date"' is not assignable to type '"string"'`);
  });

  test("still escapes dates of ServiceStack", async () => {
    const { sent, client, importOrders } = await open("fixed", "", "application/x-ndjson");
    await importOrders(client, { body: [{ number: 1, shipped: "/Date(0-0000)/" }] });
    expect(sent[0]?.init.body).toBe('{"number":1,"shipped":"\\/Date(0-0000)\\/"}\n');
  });

  test("refuses the choice of a program without types", async () => {
    const exports = await shelf.add("partly", generated["partly"] ?? []);
    expect(() => (exports["createClient"] as (options: object) => unknown)({ dates: "Date" })).toThrow(new TypeError("dates can only be string: the package was generated so"));
  });
});

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

type Call = (client: unknown, options: object) => Promise<unknown>;

const open = async (name: string, answer: string, type = "application/json") => {
  const exports = await shelf.add(name, generated[name] ?? []);
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push({ url, init });
    return new Response(answer, { headers: { "content-type": type } });
  };
  const createClient = exports["createClient"] as (options: object) => unknown;
  return { sent, client: createClient({ fetch }), getOrder: exports["getOrder"] as Call, importOrders: exports["importOrders"] as Call };
};

const text =
  '{"number":9007199254740993,"total":0.10,"weight":"0.10","placed":"2026-01-01T00:00:00+02:00","delivery":"PT0S","days":["2026-02-28"],"prices":{"__proto__":12345678901234567890.12},"replaces":{"number":1,"payer":{"founded":"1999-01-01"}},"payer":{"born":"2000-02-29"},"shipped":"\\/Date(0-0000)\\/","note":"2026-01-01"}';

const shown = {
  number: 9007199254740993n,
  total: "0.10",
  weight: "0.10",
  placed: new Date("2025-12-31T22:00:00Z"),
  delivery: "PT0S",
  days: [new Date("2026-02-28")],
  prices: JSON.parse('{"__proto__":"12345678901234567890.12"}') as unknown,
  replaces: { number: 1n, payer: { founded: new Date("1999-01-01") } },
  payer: { born: new Date("2000-02-29") },
  shipped: new Date(0),
  note: "2026-01-01",
};

describe("on the wire", () => {
  test("every place of a request has the wire's text, and an answer is seen as the package says", async () => {
    const { sent, client, getOrder } = await open("shown", text);
    const found = await getOrder(client, {
      day: new Date("2026-02-28"),
      number: -9223372036854775808n,
      "If-Modified-Since-Moment": new Date(0),
      seen: new Date("2026-03-01"),
      query: { since: new Date(1), ids: [1n, 9007199254740993n], max: "0.25" },
    });
    expect(found).toEqual(shown);
    expect(sent[0]?.url).toBe("https://shop.example.org/orders/2026-02-28/-9223372036854775808?since=1970-01-01T00%3A00%3A00.001Z&ids=1,9007199254740993&max=0.25");
    const headers = new Headers(sent[0]?.init.headers);
    expect([headers.get("if-modified-since-moment"), headers.get("cookie")]).toEqual(["1970-01-01T00:00:00.000Z", "seen=2026-03-01"]);
  });

  test("what was read is written byte for byte, in lines", async () => {
    const { sent, client, importOrders } = await open("shown", `${text}\n\n${text}`, "application/x-ndjson; charset=utf-8");
    const found = await importOrders(client, { body: [shown, shown] });
    expect(found).toEqual([shown, shown]);
    await importOrders(client, { body: found });
    expect(sent[1]?.init.body).toBe(`${text}\n${text}\n`);
    expect(new Headers(sent[1]?.init.headers).get("content-type")).toBe("application/x-ndjson");
  });

  test("a package that says nothing gives what JSON.parse gives", async () => {
    const { client, getOrder } = await open("plain", text);
    expect(await getOrder(client, { day: "2026-02-28", number: 1 })).toEqual(JSON.parse(text));
  });

  test.each([
    [{ number: 2n ** 63n }, [["number"]]],
    [{ day: new Date(1) }, [["day"]]],
    [{ query: { since: new Date(Number.NaN), max: "1e999x" } }, [["since"], ["max"]]],
  ])("%o is a ValidationError", async (options, paths) => {
    const { sent, client, getOrder } = await open("shown", text);
    await expect(getOrder(client, { day: new Date(0), number: 1n, ...options })).rejects.toMatchObject({ name: "ValidationError", issues: paths.map((one) => ({ path: one })) });
    expect(sent).toEqual([]);
  });
});
