import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { uploadFile } from "../../generated/pigello-accounts/src/client-upload.js";
import { ApiError, NetworkError, TimeoutError } from "../../generated/pigello-accounts/src/runtime/client/errors.js";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { type Announced, announceFile, clientOf, someBytes } from "./support/announce-file.js";
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
  server.other.forgetRequests();
});

const thrown = (going: Promise<unknown>): Promise<unknown> => going.then(() => undefined, (error: unknown) => error);

/** All that a log may show of an error. */
const told = (error: unknown): string => [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), String(error), (error as Error).stack].join("\n");

const expectNoSecret = (error: unknown): void => {
  const { policy = "", "x-amz-signature": signature = "" } = file.post.fields;
  for (const secret of [policy, signature, ...Object.values(credentials), "extra-header", "of-the-api"]) expect(told(error)).not.toContain(secret);
};

describe.each([true, false])("streamed: %s", (stream) => {
  const go = (options = {}) => thrown(uploadFile(clientOf(server), file, bytes, { stream, ...options }));

  test("what the storage says is an ApiError without what signs the form", async () => {
    const { policy, "x-amz-signature": signature } = file.post.fields;
    const body = `<Error><Code>AccessDenied</Code><StringToSign>${policy}</StringToSign><SignatureProvided>${signature}</SignatureProvided></Error>`;
    server.uploads.faults.next({ status: 403, contentType: "application/xml", body, headers: { "Set-Cookie": "a=b", "X-Echo": signature ?? "" } });
    const error = await go();
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 403, operation: "uploadFile", url: file.post.url, requestId: expect.stringMatching(/^request-/) });
    expect((error as ApiError).body).toBe("<Error><Code>AccessDenied</Code><StringToSign>[secret]</StringToSign><SignatureProvided>[secret]</SignatureProvided></Error>");
    expect((error as ApiError).headers.get("set-cookie")).toBeNull();
    expectNoSecret(error);
    for (const [, value] of (error as ApiError).headers) expect(value).not.toContain(signature);
  });

  test("the storage checks for itself", async () => {
    const error = await thrown(uploadFile(clientOf(server), { ...file, md5_hash: undefined } as never, "x", { stream }));
    expect(error).toMatchObject({ status: 400, body: expect.stringContaining("BadDigest") });
  });

  test.each([301, 302, 303, 307, 308] as const)("%i is not followed", async (status) => {
    server.uploads.faults.next({ kind: "redirect", status, to: new URL(`${server.other.url}/upload`) });
    const error = await go();
    expect(error).toBeInstanceOf(NetworkError);
    expect(String(error)).toContain("the storage redirects");
    expect(server.other.requests).toEqual([]);
  });

  test.each(["reset", "applyThenDie"] as const)("%s is a NetworkError, and nothing is sent again", async (kind) => {
    server.uploads.faults.next({ kind });
    const error = await go();
    expect(error).toBeInstanceOf(NetworkError);
    expectNoSecret(error);
    expect(server.uploads.requests).toHaveLength(1);
  });

  test("a platform that quotes the form, and an answer that breaks off", async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) }, { highWaterMark: 0 });
    for (const failing of [() => Promise.reject(new TypeError(`cannot send ${file.post.fields["policy"]}`)), () => Promise.resolve(new Response(broken))]) {
      const error = await thrown(uploadFile(clientOf(server), file, bytes, { stream, fetch: failing }));
      expect(error).toBeInstanceOf(NetworkError);
      expectNoSecret(error);
    }
  });

  test("no answer in time", async () => {
    server.uploads.faults.next({ kind: "hang" });
    expect(await go({ timeout: 50 })).toBeInstanceOf(TimeoutError);
    await server.uploads.when(({ activeRequests }) => activeRequests === 0);
  });

  test.each(["options", "client"])("the signal of the %s", async (owner) => {
    server.uploads.faults.next({ kind: "hang" });
    const controller = new AbortController();
    const { signal } = controller;
    const going = thrown(uploadFile(clientOf(server, owner === "client" ? { signal } : {}), file, bytes, { stream, ...(owner === "client" ? {} : { signal }) }));
    await server.uploads.when(({ activeRequests }) => activeRequests > 0);
    controller.abort(new Error("enough"));
    expect(await going).toMatchObject({ name: "AbortError", cause: new Error("enough") });
    await server.uploads.when(({ activeRequests }) => activeRequests === 0);
  });

  test("an abort beforehand, and one while the source hangs", async () => {
    expect(await go({ signal: AbortSignal.abort(new Error("no")) })).toMatchObject({ name: "AbortError", cause: new Error("no") });
    expect(server.uploads.requests).toEqual([]);
    const controller = new AbortController();
    const seen = { cancelled: false };
    const hanging = new ReadableStream<Uint8Array>({ pull: () => void controller.abort("now"), cancel: () => void (seen.cancelled = true) }, { highWaterMark: 0 });
    expect(await thrown(uploadFile(clientOf(server), file, hanging, { stream, size: 5, signal: controller.signal }))).toMatchObject({ name: "AbortError", cause: "now" });
    expect(seen.cancelled).toBe(true);
  });
});
