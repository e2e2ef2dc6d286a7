import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import busboy from "busboy";
import { parse as parseQuery } from "qs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { generateWith } from "../../../generator/generate.js";
import type { GeneratedFile } from "../../../generator/generate-package.js";
import { loadTools } from "../../../generator/tools.js";
import { compileStrict } from "../../support/compile-strict.js";
import { createShelf, type PackageShelf } from "../../support/load-package.js";

const input = fileURLToPath(new URL("forms.yaml", import.meta.url));

interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

type Call = (client: unknown, options: object) => Promise<unknown>;

let files: readonly GeneratedFile[];
let shelf: PackageShelf;
let exported: Readonly<Record<string, unknown>>;
let server: Server;
let client: unknown;
let received: Received[] = [];
/** How many requests are answered with a failure that is tried again. */
let failures = 0;

beforeAll(async () => {
  const tools = await loadTools();
  shelf = createShelf(tools.transpile);
  const made = await generateWith({ input, name: "forms" }, async () => tools);
  expect(made.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  files = made.files;
  exported = await shelf.add("forms", files);
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks) });
      const { "content-type": type } = request.headers;
      if (failures-- > 0) response.writeHead(503).end();
      else if (request.method === "PUT") response.writeHead(200, { "content-type": type ?? "" }).end(Buffer.concat(chunks));
      else response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  client = (exported["createClient"] as (options: object) => unknown)({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, dates: "Date" });
});
afterAll(() => {
  shelf.clear();
  server.close();
});
beforeEach(() => {
  received = [];
  failures = 0;
});

const call = (name: string, options: object): Promise<unknown> => (exported[name] as Call)(client, options);

interface Part {
  readonly name: string;
  readonly text: string;
  readonly type?: string;
  readonly filename?: string;
}

/** The parts as busboy reads them, in their order. */
const partsOf = ({ headers, body }: Received): Promise<readonly Part[]> =>
  new Promise((resolve, reject) => {
    const parts: Part[] = [];
    const parser = busboy({ headers: headers as Record<string, string>, defParamCharset: "utf8" });
    parser.on("field", (name, text, { mimeType }) => parts.push({ name, text, type: mimeType }));
    parser.on("file", (name, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      const at = parts.push({ name, text: "" }) - 1;
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => (parts[at] = { name, text: Buffer.concat(chunks).toString("latin1"), type: mimeType, filename }));
    });
    parser.on("close", () => resolve(parts));
    parser.on("error", reject);
    parser.end(body);
  });

/** The same as the platform reads them. */
const platformParts = async ({ headers, body }: Received): Promise<readonly Part[]> => {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": String(headers["content-type"]) } }).formData();
  const entries = [...form.entries()].map(async ([name, value]): Promise<Part> =>
    typeof value === "string" ? { name, text: value } : { name, filename: value.name, type: value.type, text: Buffer.from(await value.arrayBuffer()).toString("latin1") },
  );
  return Promise.all(entries);
};

const only = (): Received => {
  expect(received).toHaveLength(1);
  return received[0] as Received;
};

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 255]);
const pngText = Buffer.from(png).toString("latin1");

describe("multipart", () => {
  test("fields, objects, lists and files are parts, each with its media type", async () => {
    const taken = new Date("2026-01-02T03:04:05Z");
    await call("addPhoto", { body: { name: "Å\r\nline", photo: png, notes: "# é", size: { width: 3 }, sizes: [1, 2], taken } });
    expect(await partsOf(only())).toEqual([
      { name: "name", text: "Å\r\nline", type: "text/plain" },
      { name: "photo", text: pngText, type: "image/png", filename: "photo" },
      { name: "notes", text: "# é", type: "text/markdown" },
      { name: "size", text: '{"width":3}', type: "application/json" },
      { name: "sizes", text: "1", type: "text/plain" },
      { name: "sizes", text: "2", type: "text/plain" },
      { name: "taken", text: "2026-01-02T03:04:05.000Z", type: "text/plain" },
    ]);
    expect((await platformParts(only())).map(({ name }) => name)).toEqual(["name", "photo", "notes", "size", "sizes", "sizes", "taken"]);
    expect(only().headers["content-length"]).toBe(String(only().body.length));
  });

  test.each([
    ["a Blob", () => new Blob([png], { type: "image/jpeg" }), { type: "image/jpeg", filename: "photo" }],
    ["a File", () => new File([png], 'my "photo" ö.png', { type: "image/png" }), { type: "image/png", filename: "my %22photo%22 ö.png" }],
    ["bytes", () => Buffer.from(png), { type: "image/png", filename: "photo" }],
    ["an ArrayBuffer", () => png.slice().buffer, { type: "image/png", filename: "photo" }],
    ["a stream of Node", () => Readable.from([png.subarray(0, 3), png.subarray(3)]), { type: "image/png", filename: "photo" }],
    ["a stream of the web", () => new Blob([png]).stream(), { type: "image/png", filename: "photo" }],
    ["a part with its own name and type", () => ({ data: png, filename: "a.jpg", contentType: "image/jpeg", headers: { "X-Note": "1" } }), { type: "image/jpeg", filename: "a.jpg" }],
  ])("%s is a file", async (_, photo, expected) => {
    await call("addPhoto", { body: { name: "n", photo: photo() } });
    expect((await partsOf(only()))[1]).toEqual({ name: "photo", text: pngText, ...expected });
  });

  test("a list of files is a part for each", async () => {
    await call("addAlbum", { body: { title: "t", photos: [new File([png], "1.png"), png, "text"], 'odd "name"': "o", ["__proto__"]: "p", encoded: "iVBO", cover: new Blob([]) } });
    expect(await partsOf(only())).toEqual([
      { name: "title", text: "t", type: "text/plain" },
      { name: "photos", text: pngText, type: "image/png", filename: "1.png" },
      { name: "photos", text: pngText, type: "image/png", filename: "photos" },
      { name: "photos", text: "text", type: "image/png", filename: "photos" },
      { name: "odd %22name%22", text: "o", type: "text/plain" },
      { name: "__proto__", text: "p", type: "text/plain" },
      { name: "encoded", text: "iVBO", type: "image/png" },
      { name: "cover", text: "", type: "application/octet-stream", filename: "cover" },
    ]);
  });

  test("a stream is sent again whole where the first attempt fails", async () => {
    failures = 1;
    await call("addPhoto", { body: { name: "n", photo: Readable.from([png]) }, retry: { attempts: 2, delay: 1, unsafe: true } });
    expect(received).toHaveLength(2);
    for (const one of received) expect((await partsOf(one))[1]?.text).toBe(pngText);
  });

  test("what breaks the description is told, and nothing is sent", async () => {
    const refused = async (name: string, body: object): Promise<unknown> => {
      try {
        return await call(name, { body });
      } catch (error) {
        return (error as { issues?: readonly { path: unknown; code: string }[] }).issues?.map(({ path, code }) => `${JSON.stringify(path)} ${code}`);
      }
    };
    expect(await refused("addPhoto", { name: 1 })).toEqual(['["body","name"] type', '["body","photo"] required']);
    expect(await refused("addAlbum", { title: "too long", photos: [], encoded: "" })).toEqual(['["body","title"] maxLength', '["body","photos"] minItems', '["body"] requires']);
    expect(received).toEqual([]);
  });

  test("a stream that breaks off breaks the call, and a signal ends it", async () => {
    const broken = new Readable({ read() {} });
    broken.destroy(new Error("the disk is gone"));
    await expect(call("addPhoto", { body: { name: "n", photo: broken } })).rejects.toThrow("the disk is gone");
    const endless = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const waiting = call("addPhoto", { body: { name: "n", photo: endless }, signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    expect(received).toEqual([]);
  });

  test("a header of a part that would be two is refused", async () => {
    await expect(call("addPhoto", { body: { name: "n", photo: { data: png, contentType: "image/png\r\nX-Other: 1" } } })).rejects.toThrow(TypeError);
    expect(received).toEqual([]);
  });

  test("a form that the caller has made goes as it is, with the boundary of the platform", async () => {
    for (const name of ["addAlbum", "addAnything"]) {
      received = [];
      const form = new FormData();
      form.append("title", "t");
      form.append("photos", new File([png], "1.png"));
      await call(name, { body: form });
      expect((await partsOf(only())).map((part) => part.name)).toEqual(["title", "photos"]);
    }
  });
});

describe("URL-encoded", () => {
  test("fields are written as the description says, and servers read them", async () => {
    const begins = new Date("2026-01-02T03:04:05Z");
    await call("subscribe", {
      body: {
        ...{ email: "a+b@example.org", tags: ["x y", "ö&="], csv: ["a", "b,c"], piped: ["a", "b"], address: { city: "Umeå" } },
        ...{ plan: { price: 1, items: [{ id: "p" }, { id: "q" }] }, count: 2, yes: true, back: "https://example.org/a?b=c", begins },
      },
    });
    const { headers, body } = only();
    expect(headers["content-type"]).toBe("application/x-www-form-urlencoded");
    const text = body.toString("utf8");
    expect(text).toContain("csv=a,b%2Cc&piped=a%7Cb");
    expect(text).toContain("back=https://example.org/a?b=c");
    expect(parseQuery(text)).toEqual({
      ...{ email: "a+b@example.org", tags: ["x y", "ö&="], csv: "a,b,c", piped: "a|b", address: '{"city":"Umeå"}' },
      ...{ plan: { price: "1", items: [{ id: "p" }, { id: "q" }] }, count: "2", yes: "true", back: "https://example.org/a?b=c", begins: "2026-01-02T03:04:05.000Z" },
    });
    expect(new URLSearchParams(text).getAll("tags")).toEqual(["x y", "ö&="]);
  });

  test("a form that the caller has made goes as it is", async () => {
    await call("subscribe", { body: new URLSearchParams({ email: "a@example.org", other: "1" }) });
    expect(only().body.toString()).toBe("email=a%40example.org&other=1");
    expect(only().headers["content-type"]).toBe("application/x-www-form-urlencoded");
  });

  test("nothing goes where there is no body", async () => {
    await call("subscribe", {});
    expect(only().body).toHaveLength(0);
    expect(only().headers["content-type"]).toBeUndefined();
  });
});

test("other bodies go as they are, with their own type where the description leaves it open", async () => {
  const answer = await call("putRaw", { body: new Blob([png], { type: "image/png" }) });
  expect(only().headers["content-type"]).toBe("image/png");
  expect(Buffer.from(await (answer as Blob).arrayBuffer())).toEqual(Buffer.from(png));
});

const usage = (statement: string): string => `
import { addAlbum, addPhoto, createClient, subscribe } from "./index.js";
const client = createClient({ baseUrl: "" });
export const run = async (): Promise<unknown> => { ${statement} };
void [addAlbum, addPhoto, subscribe, client];
`;

const messages = (own: string): readonly string[] =>
  compileStrict(new Map([...files.filter((file) => file.path.endsWith(".ts")).map((file) => [path.posix.join("/", file.path), file.text] as const), ["/src/usage.ts", own]])).map(({ file, text }) => `${file} ${text}`);

describe("types", () => {
  test("take files and fields", () => {
    expect(
      messages(
        usage(`await addPhoto(client, { body: { name: "n", photo: new Blob([]), sizes: [1], size: { width: 1 } } });
        await addPhoto(client, { body: new FormData() });
        await addAlbum(client, { body: { title: "t", photos: [new Uint8Array(), { data: "text", filename: "a" }], encoded: "iVBO", cover: new ReadableStream<Uint8Array>() } });
        return subscribe(client, { body: { email: "a@example.org", plan: { price: 1 } } });`),
      ),
    ).toEqual([]);
  });

  test("refuse what the description does not have", () => {
    const wrong = [
      ['await addPhoto(client, { body: { name: "n" } });', "photo"],
      ['await addPhoto(client, { body: { photo: "", name: 1 } });', "number"],
      ['await addAlbum(client, { body: { title: "t", photos: [1] } });', "number"],
      ['await addAlbum(client, { body: { title: "t", photos: [], encoded: new Blob([]) } });', "Blob"],
      ["await subscribe(client, { body: { tags: [] } });", "email"],
    ] as const;
    const found = messages(usage(`${wrong.map(([statement]) => statement).join("\n")}\nreturn 1;`));
    expect(found).toHaveLength(wrong.length);
    wrong.forEach(([, word], index) => expect(found[index]).toContain(word));
  });
});
