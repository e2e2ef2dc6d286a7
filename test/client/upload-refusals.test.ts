import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createClient } from "../../generated/pigello-accounts/src/client.js";
import { uploadFile } from "../../generated/pigello-accounts/src/client-upload.js";
import { ValidationError } from "../../generated/pigello-accounts/src/runtime/client/errors.js";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { type Announced, announceFile, clientOf, piecesOf, someBytes } from "./support/announce-file.js";
import { credentials } from "./support/credentials.js";

const bytes = someBytes(300_000);
let server: PigelloServer;
let file: Announced;

beforeAll(async () => {
  server = await startPigelloServer({ seed: 0 });
  file = await announceFile(server, bytes);
});
afterAll(async () => server.close());
beforeEach(() => {
  server.uploads.forgetRequests();
});

const thrown = (going: Promise<unknown>): Promise<unknown> => going.then(() => undefined, (error: unknown) => error);

describe("nothing is sent", () => {
  const form = { url: "https://storage.example/upload", fields: {} };
  test.each<[object | null | undefined, readonly unknown[]]>([
    [undefined, [[], "type"]],
    [null, [[], "type"]],
    [{ name: "x" }, [["post"], "required"]],
    [{ post: null }, [["post"], "required"]],
    [{ post: "x" }, [["post"], "type"]],
    [{ post: {} }, [["post", "url"], "format"]],
    [{ post: { ...form, url: "/upload" } }, [["post", "url"], "format"]],
    [{ post: { ...form, url: "javascript:alert(1)" } }, [["post", "url"], "format"]],
    [{ post: { ...form, url: "file:///etc/passwd" } }, [["post", "url"], "format"]],
    [{ post: { ...form, url: "https://user:word@storage.example/" } }, [["post", "url"], "format"]],
    [{ post: { ...form, fields: [] } }, [["post", "fields"], "type"]],
    [{ post: { ...form, fields: { key: {} } } }, [["post", "fields", "key"], "type"]],
  ])("%j", async (object, [path, code]) => {
    const error = await thrown(uploadFile(clientOf(server), object as never, bytes));
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ operation: "uploadFile", subject: "request", issues: [{ path, code }] });
  });

  test.each([
    ...["http://storage.example/", "https://127.0.0.1/", "https://127.1/", "https://0x7f000001/", "https://localhost/", "https://a.localhost./"],
    ...["https://169.254.169.254/", "https://10.1.2.3/", "https://172.31.0.1/", "https://192.168.0.1/", "https://100.64.0.1/", "https://[::1]/"],
    ...["https://[::ffff:10.0.0.1]/", "https://[fd00::1]/", "https://[fe80::1]/", "https://metadata/", "https://x.internal/"],
  ])("from a public API to %s", async (url) => {
    const client = createClient({ baseUrl: "https://api.example", credentials, fetch: () => Promise.reject(new Error("sent")) });
    expect(await thrown(uploadFile(client, { post: { ...form, url } }, bytes))).toMatchObject({ issues: [{ path: ["post", "url"], code: "format" }] });
  });

  test.each(["https://172.32.0.1/", "https://11.0.0.1/", "https://storage.example/", "https://[2001:db8::1]/"])("from a public API to %s all is well", async (url) => {
    const client = createClient({ baseUrl: "https://api.example", credentials, fetch: () => Promise.resolve(new Response(null, { status: 204 })) });
    expect(await uploadFile(client, { post: { ...form, url } }, bytes)).toEqual({ size: bytes.length, etag: undefined });
  });

  test.each([true, false])("another MD5 (streamed: %s)", async (stream) => {
    for (const data of [new Uint8Array(300_000), new Blob(["x"]), "x"]) {
      const error = await thrown(uploadFile(clientOf(server), file, data, { stream }));
      expect(error).toMatchObject({ name: "ValidationError", issues: [{ code: "const", path: ["md5_hash"] }] });
    }
    expect(server.uploads.requests).toEqual([]);
  });

  test("sizes that are none, and data that is none", async () => {
    for (const size of [-1, 0.5, NaN]) expect(await thrown(uploadFile(clientOf(server), file, bytes, { size }))).toBeInstanceOf(TypeError);
    expect(await thrown(uploadFile(clientOf(server), file, 5 as never))).toBeInstanceOf(TypeError);
    expect(await thrown(uploadFile(clientOf(server), file, bytes, { size: 5 }))).toMatchObject({ issues: [{ path: ["size"] }] });
  });
});

describe("a stream that is not what was announced breaks off", () => {
  test.each([true, false])("another MD5 (streamed: %s)", async (stream) => {
    const before = server.uploads.received.length;
    const { seen, pieces } = piecesOf(someBytes(300_001).subarray(1), 50_000);
    const error = await thrown(uploadFile(clientOf(server), file, pieces, { size: bytes.length, stream }));
    expect(error).toMatchObject({ name: "ValidationError", issues: [{ code: "const", path: ["md5_hash"] }] });
    expect(seen.closed).toBe(true);
    await server.uploads.when(({ activeRequests }) => activeRequests === 0);
    expect(server.uploads.received.length).toBe(before);
  });

  test.each([299_999, 300_001])("another length, %i", async (size) => {
    for (const stream of [true, false]) {
      const error = await thrown(uploadFile(clientOf(server), file, piecesOf(bytes, 50_000).pieces, { size, stream }));
      expect(error).toMatchObject({ name: "ValidationError", issues: [{ path: ["size"] }] });
    }
  });

  test("what the source throws comes out as it is", async () => {
    const failing = async function* (): AsyncGenerator<Uint8Array> {
      yield bytes;
      throw new RangeError("the disk is gone");
    };
    for (const stream of [true, false]) expect(await thrown(uploadFile(clientOf(server), file, failing(), { size: 400_000, stream }))).toEqual(new RangeError("the disk is gone"));
  });
});
