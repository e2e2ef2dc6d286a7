import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateWith } from "../../../generator/generate.js";
import type { GeneratedFile } from "../../../generator/generate-package.js";
import { loadTools } from "../../../generator/tools.js";
import { compileStrict } from "../../support/compile-strict.js";
import { type AnsweringServer, startAnsweringServer } from "../../support/answering-server.js";
import { createShelf, type PackageShelf } from "../../support/load-package.js";

const input = fileURLToPath(new URL("description.yaml", import.meta.url));

type Call = (client: unknown, options?: object) => Promise<unknown>;
type Stream = (client: unknown, options?: object) => AsyncGenerator<unknown>;

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

let files: readonly GeneratedFile[];
let shelf: PackageShelf;
let exported: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  const tools = await loadTools();
  shelf = createShelf(tools.transpile);
  const made = await generateWith({ input, name: "events" }, async () => tools);
  expect(made.diagnostics).toEqual([]);
  files = made.files;
  exported = await shelf.add("events", files);
});
afterAll(() => shelf.clear());

/** A client that answers itself, and what it was asked. */
const clientWith = (answer: () => Response, options: object = {}): { readonly client: unknown; readonly sent: Sent[] } => {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push({ url, init });
    return answer();
  };
  return { client: (exported["createClient"] as (options: object) => unknown)({ credentials: { device: "token" }, fetch, ...options }), sent };
};

/** Text in pieces of so many bytes. */
const streamOf = (text: string, size: number): ReadableStream<Uint8Array> => {
  const bytes = new TextEncoder().encode(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.slice(index * size, (index + 1) * size));
  return new ReadableStream({ start: (controller) => { for (const piece of pieces) controller.enqueue(piece); controller.close(); } });
};

const answered = (text: string, type: string, size = 1) => () => new Response(streamOf(text, size), { headers: { "content-type": type } });

const all = async (name: string, client: unknown, options: object = {}): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for await (const item of (exported[name] as Stream)(client, options)) found.push(item);
  return found;
};

const headersOf = ({ init }: Sent | { readonly init: RequestInit }): Headers => init.headers as Headers;

describe("items that follow one another", () => {
  const events = '{"id":1,"at":"2026-01-01T00:00:00Z"}\n{"id":2}\n';

  test("JSON Lines come one by one, and as a list", async () => {
    const { client, sent } = clientWith(answered(events, "application/jsonl"), { dates: "Date" });
    expect(await all("streamEvents", client)).toEqual([{ id: 1, at: new Date("2026-01-01T00:00:00Z") }, { id: 2 }]);
    expect(headersOf(sent[0] as Sent).get("accept")).toBe("application/jsonl");
    const plain = clientWith(answered(events, "application/jsonl"));
    expect(await (exported["listEvents"] as Call)(plain.client)).toEqual([{ id: 1, at: "2026-01-01T00:00:00Z" }, { id: 2 }]);
    const { validateEventStream } = exported as { readonly validateEventStream: (source: unknown) => AsyncGenerator<unknown> };
    const checked: unknown[] = [];
    for await (const item of validateEventStream(['{"id":1}\n', '{"id":"x"}\n'])) checked.push(item);
    expect(checked).toMatchObject([{ value: { id: 1 } }, { issues: [{ code: "type" }] }]);
  });

  test.each([1, 3, 1000])("JSON sequences, in pieces of %d bytes", async (size) => {
    const { client, sent } = clientWith(answered('\u001E{"id":\n1}\n\u001E\u001E{"id":2,\r\n "å": "ö\\n"}\n\u001E{"id":3}', "application/json-seq", size));
    expect(await all("streamReadSeq", client)).toEqual([{ id: 1 }, { id: 2, å: "ö\n" }, { id: 3 }]);
    expect(headersOf(sent[0] as Sent).get("accept")).toBe("application/json-seq");
  });

  const log = ': comment\r\ndata: {"id":1}\r\nevent: added\r\nid: 7\r\nretry: 10\r\n\r\nid: 8\n\ndata:a\ndata:  ö\nretry: x\n\ndata\r\rdata: not ended';

  test.each([1, 2, 1000])("server-sent events, in pieces of %d bytes", async (size) => {
    const { client, sent } = clientWith(answered(log, "text/event-stream", size));
    expect(await all("streamTailLog", client)).toEqual([{ data: '{"id":1}', event: "added", id: "7", retry: 10 }, { data: "a\n ö" }, { data: "" }]);
    expect(headersOf(sent[0] as Sent).get("accept")).toBe("text/event-stream");
  });

  test("an item that breaks the description breaks a strict stream, after the good ones", async () => {
    const { client } = clientWith(answered('{"id":1}\n{"id":"2"}\n{"id":3}\n', "application/jsonl"));
    const seen: unknown[] = [];
    const run = async (): Promise<void> => {
      for await (const item of (exported["streamEvents"] as Stream)(client, { validate: "strict" })) seen.push(item);
    };
    await expect(run()).rejects.toMatchObject({ name: "ValidationError", issues: [{ path: [1, "id"], code: "type" }] });
    expect(seen).toEqual([{ id: 1 }, { id: 3 }]);
  });
});

test("a list of items is read and checked item by item", async () => {
  const text = '{"id":1,"at":"2026-01-01T00:00:00Z"}\n{"id":"2"}\n';
  const list = (client: unknown, options: object): Promise<unknown> => (exported["listEvents"] as Call)(client, options);
  const { client } = clientWith(answered(text, "application/jsonl"), { dates: "Date" });
  expect(await list(client, { validate: "off" })).toEqual([{ id: 1, at: new Date("2026-01-01T00:00:00Z") }, { id: "2" }]);
  await expect(list(client, { validate: "strict" })).rejects.toMatchObject({ subject: "response", issues: [{ path: [1, "id"], code: "type" }] });
  const one = clientWith(answered("[]", "application/json"));
  expect(await list(one.client, { validate: "strict" })).toEqual([]);
  const none = clientWith(answered("{}", "application/json"));
  await expect(list(none.client, { validate: "strict" })).rejects.toMatchObject({ issues: [{ path: [], code: "type" }] });
});

const noContent = (): Response => new Response(null, { status: 204 });
const ok = (): Response => Response.json({ n: 1, id: 1 });

describe("requests", () => {
  const request = async (name: string, options: object = {}, answer = noContent, clientOptions: object = {}): Promise<Sent> => {
    const { client, sent } = clientWith(answer, clientOptions);
    await (exported[name] as Call)(client, options);
    expect(sent).toHaveLength(1);
    return sent[0] as Sent;
  };

  test("a whole query is a form, or JSON", async () => {
    const form = await request("filterEvents", { criteria: { q: "a b&c", tags: ["x", "å"] } }, ok);
    expect([...new URL(form.url).searchParams]).toEqual([["q", "a b&c"], ["tags", "x"], ["tags", "å"]]);
    const json = await request("jsonQuery", { q: { a: 1 } }, ok);
    expect(JSON.parse(decodeURIComponent(new URL(json.url).search.slice(1)))).toEqual({ a: 1 });
    expect((await request("jsonQuery", {}, ok)).url).not.toContain("?");
  });

  test("QUERY has a body, and other methods are sent as they are written", async () => {
    const query = await request("askEvents", { body: { id: 1 } }, () => Response.json([]));
    expect(query.init).toMatchObject({ method: "QUERY", body: '{"id":1}' });
    expect((await request("purgeSearch")).init.method).toBe("PURGE");
    expect((await request("copySearch")).init.method).toBe("COPY");
  });

  test("a cookie of the style cookie stays as it is", async () => {
    expect(headersOf(await request("getCookie", { sid: "a=b&c" })).get("cookie")).toBe("sid=a=b&c");
  });

  test("cookies of lists and objects", async () => {
    const { client, sent } = clientWith(noContent);
    await (exported["getCookie"] as Call)(client, { crumbs: ["a", "b"], csv: ["c;", "d"], prefs: { a: 1, b: "å" } });
    expect(headersOf(sent[0] as Sent).get("cookie")).toBe("crumbs=a; crumbs=b; csv=c%3B,d; a=1; b=%C3%A5");
  });

  test("servers go by their names, and operations have servers of their own", async () => {
    expect((await request("getCookie")).url).toBe("https://eu.example/v1/cookie");
    expect((await request("getCookie", {}, noContent, { environment: "prod", region: "us" })).url).toBe("https://us.example/v1/cookie");
    expect((await request("getCookie", {}, noContent, { environment: "test" })).url).toBe("https://test.example/cookie");
    expect((await request("getFile")).url).toBe("https://all.files.example/files");
    expect((await request("deleteFile")).url).toBe("https://delete.files.example/files");
    expect((await request("deleteFile", {}, noContent, { baseUrl: "https://mine.example" })).url).toBe("https://mine.example/files");
  });

  test("the token of the device flow is a bearer's", async () => {
    expect(headersOf(await request("getCookie")).get("authorization")).toBe("Bearer token");
  });
});

describe("a cookie is one cookie", () => {
  let server: AnsweringServer;
  beforeAll(async () => {
    server = await startAnsweringServer();
  });
  afterAll(() => server.close());

  const call = async (options: object): Promise<unknown> => {
    const client = (exported["createClient"] as (options: object) => unknown)({ credentials: { device: "token" }, baseUrl: server.baseUrl });
    try {
      await (exported["getCookie"] as Call)(client, options);
    } catch (error) {
      expect(server.received()).toEqual([]);
      expect(error).toMatchObject({ name: "ValidationError", subject: "request" });
      return (error as { readonly issues: readonly { readonly path: readonly string[] }[] }).issues.map(({ path }) => path.join("/"));
    }
    return server.received().map(({ headers }) => headers["cookie"]);
  };

  const outside = ["a; admin=1", "a;", "a,b", "a\r\nx-admin: 1", "a\n", "a\rb", "a b", '"a"', "a\\b", "a\u0000", "a\u007f", "å", "\ud800"];

  test.each(outside)("%j is refused where it is not escaped", async (value) => {
    expect(await call({ sid: value, crumbs: ["a", value], bag: { k: value } })).toEqual(["sid", "crumbs", "bag"]);
  });

  test.each(["a=b", "a;b", "", "a b", "a\r\n", "å"])("%j is no name of a cookie", async (name) => {
    expect(await call({ bag: { [name]: "v" } })).toEqual(["bag"]);
  });

  test.each(outside.slice(0, -1))("%j is escaped elsewhere", async (value) => {
    const escaped = encodeURIComponent(value);
    expect(await call({ csv: [value, "d"], prefs: { b: value } })).toEqual([`csv=${escaped},d; b=${escaped}`]);
  });

  test("half a surrogate pair cannot be escaped", async () => {
    expect(await call({ csv: ["\ud800"] })).toEqual(["csv"]);
  });

  test("every character of a cookie gets there", async () => {
    const all = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index)).filter((one) => !'",;\\'.includes(one)).join("");
    expect(await call({ sid: all, bag: { "k!#$%&'*+-.^_`|~": all } })).toEqual([`sid=${all}; k!#$%&'*+-.^_\`|~=${all}`]);
  });
});

test("a discriminator with a default leaves the choice to the members", () => {
  const isAnimal = exported["isAnimal"] as (value: unknown) => boolean;
  expect([{ kind: "cat", meow: true, bark: 1 }, { kind: "wolf", bark: true, meow: 1 }, { bark: true, meow: 1 }, { kind: "wolf", bark: 1, meow: 1 }].map(isAnimal)).toEqual([true, true, true, false]);
});

const usage = `
import { askEvents, createClient, filterEvents, listEvents, streamEvents, streamReadSeq, streamTailLog, type Animal } from "./index.js";
const client = createClient({ environment: "test", credentials: { device: "" } });
export const run = async (): Promise<readonly string[]> => {
  const ids = (await listEvents(client)).map(({ id }: { id: number }) => String(id));
  const dated = createClient({ credentials: { device: "" }, dates: "Date" });
  ids.push(...(await listEvents(dated)).map(({ at }) => at?.toISOString() ?? ""));
  for await (const { id, at } of streamEvents(client)) ids.push(String(id), at ?? "");
  for await (const { id } of streamReadSeq(client)) ids.push(id.toFixed());
  for await (const { data, event } of streamTailLog(client)) ids.push(data, event ?? "");
  const { n } = await filterEvents(client, { criteria: { q: "x" } });
  const found = await askEvents(client, { body: { id: n ?? 1 } });
  const animal: Animal = { kind: "wolf", bark: true };
  void [animal, found[0]?.id.toFixed()];
  return ids;
};
`;

test("types say all of it", () => {
  const sources = new Map([...files.filter((file) => file.path.endsWith(".ts")).map((file) => [path.posix.join("/", file.path), file.text] as const), ["/src/usage.ts", usage] as const]);
  expect(compileStrict(sources).map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
});
