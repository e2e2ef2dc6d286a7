import { createHash, randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { rows, taken } from "../client/support/bulk-rows.js";
import { credentials } from "../client/support/credentials.js";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { describeInChromium } from "./support/describe-in-chromium.js";
import { type OpenPage, openPage } from "./support/open-page.js";

describeInChromium("writes in Chromium", (executable) => {
  let server: PigelloServer;
  let open: OpenPage<typeof import("./page/writes-page.js")>;
  const at = () => ({ baseUrl: server.url, credentials, headers: { "x-pigello-extra": "extra-header" } });
  const name = 'Å "1".png';
  const content = randomBytes(3_000_003);
  const md5 = createHash("md5").update(content);

  beforeAll(async () => {
    server = await startPigelloServer({ cors: true, seed: 0, partial: true });
    open = await openPage(executable, "writes-page.ts");
    await open.page.setInputFiles("input", { name, mimeType: "image/png", buffer: content });
  });
  afterAll(async () => {
    await open.close();
    await server.close();
  });
  beforeEach(() => {
    server.resetTraffic();
    server.uploads.forgetRequests();
  });
  afterEach(async () => expect(await open.errors()).toEqual([]));

  test("a bulk write: chunks, what is refused, and every result at its place", async () => {
    const items = rows(230).map((item, index) => (index === 7 ? { ...item, detail_access: 9 as never } : index === 120 ? taken(3) : item));
    server.faults.next({ kind: "wait", until: server.when(({ activeRequests }) => activeRequests === 2) });
    const { results, counts, progress } = await open.run("bulkWrite", at(), items, 50);
    expect(results).toEqual(items.map(({ custom_id }, index) => (index === 7 ? "rejected detail_access" : index === 120 ? "rejected custom_id" : `written ${custom_id}`)));
    expect(counts).toEqual([228, 2, 0]);
    expect(progress.map(({ done }) => done)).toHaveLength(5);
    expect(progress.at(-1)).toMatchObject({ done: 230, total: 230, rejected: 2 });
    expect(server.traffic()).toMatchObject({ requests: 5, maxActiveRequests: 2 });
    expect(server.sql("SELECT count(*) AS count FROM organizationuser")).toEqual([{ count: 228 }]);
  });

  test("a bulk write as a stream reads no further ahead than it sends", async () => {
    const { indices, made } = await open.run("bulkStream", at(), 100_000, 40);
    expect(indices).toEqual(Array.from({ length: 40 }, (_, index) => index));
    expect(made).toBeLessThanOrEqual(80);
    await server.when(({ activeRequests }) => activeRequests === 0);
  });

  test("a chosen file: its fields, then the file, and nothing of the client", async () => {
    await open.page.context().addCookies([{ name: "session", value: "of-the-page", url: server.uploads.url }]);
    const { outcome, progress, fields } = await open.run("uploadChosen", at());
    expect(outcome).toMatchObject({ value: { size: content.length } });
    const { order, filename, contentType, bytes, md5: received } = server.uploads.received[0] ?? {};
    expect([order, filename, contentType]).toEqual([[...fields, "file"], name, "image/png"]);
    expect(bytes?.equals(content)).toBe(true);
    expect(received).toBe(md5.copy().digest("base64"));
    expect(progress[0]).toEqual({ done: 0, total: content.length, rejected: 0, bytes: 0 });
    expect(progress.at(-1)).toMatchObject({ done: content.length, total: content.length, rejected: 0 });
    const sent = server.uploads.requests[0]?.headers ?? {};
    expect(Number(sent["content-length"])).toBe(progress.at(-1)?.bytes);
    expect(Object.keys(sent).filter((header) => /^x-|auth|cookie|transfer/.test(header))).toEqual([]);
    for (const secret of [...Object.values(credentials), "extra-header", "of-the-page"]) expect(JSON.stringify(sent)).not.toContain(secret);
  });

  test("a file that is not the announced one is not sent", async () => {
    const { outcome } = await open.run("uploadChosen", at(), "something else");
    expect(outcome).toMatchObject({ error: { name: "ValidationError", issues: [{ path: ["md5_hash"] }] } });
    expect(server.uploads.requests).toEqual([]);
  });

  test("the page's button ends an upload", async () => {
    const before = server.uploads.received.length;
    server.uploads.faults.next({ kind: "hang" });
    const going = open.run("uploadChosen", at());
    await server.uploads.when(({ activeRequests }) => activeRequests === 1);
    await open.page.click("button");
    expect((await going).outcome).toMatchObject({ error: { name: "AbortError", cause: "Error: cancelled by hand" } });
    await server.uploads.when(({ activeRequests }) => activeRequests === 0);
    expect(server.uploads.received).toHaveLength(before);
  });

  test("what the page does not catch is seen", async () => {
    await open.page.evaluate(() => {
      console.error("printed");
      void Promise.reject(new Error("rejected"));
    });
    expect(await open.errors()).toEqual(["printed", expect.stringContaining("rejected")]);
  });
});
