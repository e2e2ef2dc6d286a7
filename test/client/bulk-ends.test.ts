import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createClient } from "../../generated/pigello-accounts/src/client.js";
import { bulkWriteOrganizationusers } from "../../generated/pigello-accounts/src/client/bulk-write-organizationusers.js";
import { BulkError } from "../../generated/pigello-accounts/src/runtime/client/bulk/result.js";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { row, rows } from "./support/bulk-rows.js";
import { credentials } from "./support/credentials.js";

let server: PigelloServer;
const clientOf = (options: Partial<Parameters<typeof createClient>[0]> = {}) => createClient({ baseUrl: server.url, credentials, retry: { delay: 1 }, ...options });

beforeEach(async () => {
  server = await startPigelloServer({ seed: 0, partial: true });
});
afterEach(async () => server.close());

describe("a run that ends early", () => {
  test("credentials that are not accepted: the rest is neither read nor sent", async () => {
    server.faults.choose(({ body }) => (body.includes('"row-4"') ? { status: 401 } : undefined));
    let read = 0;
    const source = (function* () {
      for (; read < 1000; ) yield row(read++);
    })();
    const error = await bulkWriteOrganizationusers(clientOf(), source, { chunkSize: 2, concurrency: 1 }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(BulkError);
    expect(error).toMatchObject({ cause: { status: 401 }, result: { written: 4, unknown: 2 } });
    expect(read).toBeLessThan(10);
    server.faults.clear();
    const items = rows(9);
    expect(await bulkWriteOrganizationusers.retryFailed(clientOf(), items, (error as BulkError<never>).result)).toMatchObject({ written: 9, unknown: 0 });
  });

  test("the caller's signal", async () => {
    const controller = new AbortController();
    server.faults.next({ kind: "hang" });
    const going = bulkWriteOrganizationusers(clientOf(), rows(30), { chunkSize: 10, concurrency: 1, signal: controller.signal }).catch((one: unknown) => one);
    await server.when(({ activeRequests }) => activeRequests === 1);
    controller.abort(new Error("enough"));
    expect(await going).toMatchObject({ name: "BulkError", cause: { name: "AbortError", cause: new Error("enough") }, result: { unknown: 10 } });
    expect(server.requests).toHaveLength(1);
  });

  test("the signal, while a source never gives its next item", async () => {
    const controller = new AbortController();
    const source = { [Symbol.asyncIterator]: () => ({ next: () => (controller.abort(), new Promise<never>(() => undefined)) }) };
    await expect(bulkWriteOrganizationusers(clientOf(), source, { signal: controller.signal })).rejects.toMatchObject({ cause: { name: "AbortError" } });
  });

  test("a source or a callback that throws: what was done is told", async () => {
    const source = function* () {
      yield* rows(4);
      throw new Error("line 5 is no CSV");
    };
    const error = await bulkWriteOrganizationusers(clientOf(), source(), { chunkSize: 2 }).catch((one: unknown) => one);
    expect(error).toMatchObject({ cause: new Error("line 5 is no CSV"), result: { written: 4 } });
    const thrown = new Error("no terminal");
    const onProgress = () => {
      throw thrown;
    };
    await expect(bulkWriteOrganizationusers(clientOf(), [row(8)], { onProgress })).rejects.toMatchObject({ cause: thrown, result: { written: 1 } });
  });
});

describe("stream", () => {
  test("results come in the order of the items, though a later chunk is done first", async () => {
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    server.faults.choose(({ body }) => (body.includes('"row-0"') ? { kind: "wait", until } : undefined));
    const seen: number[] = [];
    let isReleased = false;
    let read = 0;
    const source = (function* () {
      for (; read < 20; ) yield row(read++);
    })();
    const append = (line: string): void => {
      if (!line.includes('"answered"')) return;
      // the second chunk is done, and the first has still to be answered
      if (!isReleased) expect([seen, read]).toEqual([[], 10]);
      isReleased = true;
      release();
    };
    for await (const { index, status } of bulkWriteOrganizationusers.stream(clientOf(), source, { chunkSize: 5, concurrency: 2, journal: { read: () => [], append } })) {
      expect(status).toBe("written");
      seen.push(index);
    }
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  test("leaving the loop ends the requests and the source", async () => {
    let isClosed = false;
    const source = (async function* () {
      try {
        for (let index = 0; ; index++) yield row(index);
      } finally {
        isClosed = true;
      }
    })();
    server.faults.choose(({ body }) => (body.includes('"row-0"') ? undefined : { kind: "hang" }));
    for await (const { index } of bulkWriteOrganizationusers.stream(clientOf(), source, { chunkSize: 2, concurrency: 3 })) if (index === 1) break;
    await server.when(({ activeRequests }) => activeRequests === 0);
    expect(isClosed).toBe(true);
  });

  test("the error comes after what was done", async () => {
    server.faults.choose(({ body }) => (body.includes('"row-2"') ? { status: 403 } : undefined));
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { status } of bulkWriteOrganizationusers.stream(clientOf(), rows(6), { chunkSize: 2, concurrency: 1 })) seen.push(status);
    })();
    await expect(reading).rejects.toMatchObject({ name: "ApiError", status: 403 });
    expect(seen).toEqual(["written", "written", "unknown", "unknown"]);
  });
});
