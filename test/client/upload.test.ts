import { createHash } from "node:crypto";
import { createReadStream, openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeFile, uploadFile } from "../../generated/pigello-accounts/src/client-upload.js";
import type { UploadData, UploadOptions, UploadProgress } from "../../generated/pigello-accounts/src/runtime/client/upload.js";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { announceFile, clientOf, piecesOf, someBytes } from "./support/announce-file.js";
import { credentials } from "./support/credentials.js";

const bytes = someBytes(200_003);
let server: PigelloServer;
let folder: string;

beforeAll(async () => {
  server = await startPigelloServer({ seed: 0 });
  folder = await mkdtemp(join(tmpdir(), "upload-"));
  await writeFile(join(folder, "picture"), bytes);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const downloaded = async (get: string): Promise<Uint8Array> => new Uint8Array(await (await fetch(get)).arrayBuffer());

const picture = (): string => join(folder, "picture");

const sources: readonly [name: string, data: () => UploadData | Promise<UploadData>, options?: UploadOptions][] = [
  ["bytes", () => bytes],
  ["an ArrayBuffer", () => bytes.buffer],
  ["a Blob", () => new Blob([bytes], { type: "image/png" })],
  ["a File", () => new File([bytes], "other.png")],
  ["a file on disk as a Blob", () => openAsBlob(picture())],
  ["an iterable", () => piecesOf(bytes, 10_007).pieces, { size: bytes.length }],
  ["an iterable of unknown length", () => piecesOf(bytes, 10_007).pieces],
  ["an iterable in one piece", () => piecesOf(bytes, bytes.length).pieces, { size: bytes.length }],
  ["a stream of Node", () => createReadStream(picture()), { size: bytes.length }],
  ["a ReadableStream", () => new Blob([bytes]).stream(), { size: bytes.length }],
];

describe.each([true, false])("streamed: %s", (stream) => {
  test.each(sources)("%s", async (_name, data, options = {}) => {
    const file = await announceFile(server, bytes);
    const result = await uploadFile.safe(clientOf(server), file, await data(), { stream, ...options });
    expect(result).toMatchObject({ ok: true, status: 204, value: { size: bytes.length, etag: `"${createHash("md5").update(bytes).digest("hex")}"` } });
    expect(Buffer.compare(await downloaded(file.get), bytes)).toBe(0);
    expect(server.uploads.received.at(-1)?.order).toEqual([...Object.keys(file.post.fields), "file"]);
    expect(server.uploads.received.at(-1)?.filename).toBe(file.name);
  });

  test("a string, nothing at all, and 5 MB", async () => {
    for (const data of ["Åsa 😀", "", someBytes(5 << 20)]) {
      const file = await announceFile(server, data);
      expect(await uploadFile(clientOf(server), file, data, { stream })).toMatchObject({ size: Buffer.byteLength(data) });
      expect(Buffer.compare(await downloaded(file.get), Buffer.from(data as string))).toBe(0);
    }
  });

  test("the storage gets a length, and nothing of the client", async () => {
    const file = await announceFile(server, bytes);
    server.uploads.forgetRequests();
    await uploadFile(clientOf(server), file, bytes, { stream });
    const sent = server.uploads.requests[0]?.headers ?? {};
    expect(Number(sent["content-length"])).toBeGreaterThan(bytes.length);
    expect(Object.keys(sent).filter((name) => /^x-|auth|cookie|transfer|referer/.test(name))).toEqual([]);
    for (const secret of [...Object.values(credentials), "extra-header", "of-the-api"]) expect(JSON.stringify(sent)).not.toContain(secret);
  });

  test("progress grows up to the end", async () => {
    const seen: UploadProgress[] = [];
    const large = someBytes(1 << 20);
    const file = await announceFile(server, large);
    await uploadFile(clientOf(server), file, large, { stream, onProgress: (progress) => seen.push(progress) });
    expect(seen[0]).toEqual({ done: 0, total: large.length, rejected: 0, bytes: 0 });
    expect(seen.at(-1)).toMatchObject({ done: large.length, total: large.length, rejected: 0 });
    expect(seen.at(-1)?.bytes).toBeGreaterThan(large.length);
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).toSorted((left, right) => left - right));
    // a Blob is handed over as a whole
    expect(seen.length).toBe(stream ? 6 : 2);
  });
});

test("what is sent is what was given, even if it is changed meanwhile", async () => {
  const mine = bytes.slice();
  const file = await announceFile(server, bytes);
  const going = uploadFile(clientOf(server), file, mine);
  mine.fill(0);
  await going;
  expect(Buffer.compare(await downloaded(file.get), bytes)).toBe(0);
});

test("the client's hooks and its fetch take part, without a secret", async () => {
  const seen: unknown[] = [];
  const [onRequest, onResponse] = [(info: unknown) => seen.push(info), (info: unknown) => seen.push(info)];
  const calls: string[] = [];
  const file = await announceFile(server, bytes);
  const client = clientOf(server, { onRequest, onResponse, fetch: (url, init) => (calls.push(url), fetch(url, init)) });
  await uploadFile(client, file, bytes);
  expect(calls).toEqual([file.post.url]);
  expect(seen).toMatchObject([{ operation: "uploadFile", method: "POST", url: file.post.url, attempt: 1 }, { status: 204 }]);
  for (const info of seen as readonly { readonly headers: Headers }[]) expect([...info.headers.keys()]).toEqual(["content-type"]);
});

test("a Blob is described and uploaded", async () => {
  const blob = new Blob([bytes]);
  const described = await describeFile("a.png", blob);
  const file = await announceFile(server, bytes, described.name);
  expect(file).toMatchObject(described);
  expect(await uploadFile(clientOf(server), file, blob)).toMatchObject({ size: blob.size });
});
