import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createClient } from "../../generated/pigello-accounts/src/client.js";
import { bulkWriteOrganizationusers } from "../../generated/pigello-accounts/src/client/bulk-write-organizationusers.js";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { idsIn, row, rows } from "./support/bulk-rows.js";
import { credentials } from "./support/credentials.js";

let server: PigelloServer;
const clientOf = (options: Partial<Parameters<typeof createClient>[0]> = {}) => createClient({ baseUrl: server.url, credentials, retry: { delay: 1 }, ...options });
const written = (): readonly unknown[] => server.sql("SELECT custom_id FROM organizationuser WHERE custom_id LIKE 'row-%' ORDER BY custom_id").map(({ custom_id }) => custom_id);
const statuses = (results: readonly { readonly status: string }[]): string => results.map(({ status }) => status.charAt(0)).join("");

beforeEach(async () => {
  server = await startPigelloServer({ seed: 0, partial: true });
});
afterEach(async () => server.close());

describe("items", () => {
  const generated = function* () {
    yield* rows(25);
  };
  const awaited = async function* () {
    yield* rows(25);
  };
  test.each([
    ["an array", () => rows(25)],
    ["a set", () => new Set(rows(25))],
    ["a generator", generated],
    ["an async generator", awaited],
  ])("%s is written in chunks, with the results in its order", async (_, items) => {
    const result = await bulkWriteOrganizationusers(clientOf(), items(), { chunkSize: 10 });
    expect(result).toMatchObject({ written: 25, rejected: 0, unknown: 0 });
    expect(result.results.map((one) => (one.status === "written" ? one.value?.custom_id : one.status))).toEqual(rows(25).map(({ custom_id }) => custom_id));
    expect(server.requests.map(({ body }) => idsIn(body).length).sort()).toEqual([10, 10, 5]);
    expect(written()).toHaveLength(25);
  });

  test("none of them sends nothing", async () => {
    expect(await bulkWriteOrganizationusers(clientOf(), [])).toEqual({ results: [], written: 0, rejected: 0, unknown: 0 });
    expect(server.requests).toEqual([]);
  });

  test("those that are not valid are not sent, the others are", async () => {
    const items = [row(0), { detail_access: 1 } as never, row(2), { ...row(3), detail_access: "x" } as never];
    const { results, rejected } = await bulkWriteOrganizationusers(clientOf(), items, { chunkSize: 2 });
    expect([statuses(results), rejected]).toEqual(["wrwr", 2]);
    expect(results[1]).toEqual({ status: "rejected", issues: [expect.objectContaining({ code: "atLeastOne", path: [], fields: ["first_name", "last_name", "corporate_name"] })] });
    expect(results[3]).toMatchObject({ issues: [{ path: ["detail_access"] }] });
    expect(server.requests.flatMap(({ body }) => idsIn(body))).toEqual(["row-0", "row-2"]);
  });

  test("validate: off sends them as they are, and the server's messages have the same shape", async () => {
    const { results } = await bulkWriteOrganizationusers(clientOf(), [row(0), { detail_access: 1 } as never], { validate: "off" });
    expect(results[1]).toMatchObject({ status: "rejected", issues: [{ code: "server", path: ["first_name"], message: expect.stringContaining("at least one") }], answer: { errors: {} } });
  });

  test.each([{ chunkSize: 0 }, { chunkSize: 1.5 }, { concurrency: 0 }])("%j is refused before anything is read", async (options) => {
    const source = { [Symbol.iterator]: () => expect.unreachable() };
    await expect(bulkWriteOrganizationusers(clientOf(), source, options)).rejects.toBeInstanceOf(RangeError);
  });
});

describe("pace", () => {
  test("no more chunks than allowed are sent at the same time, and none is read further ahead", async () => {
    let read = 0;
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    server.faults.choose(() => ({ kind: "wait", until }));
    const source = (async function* () {
      for (; read < 50; ) yield row(read++);
    })();
    const going = bulkWriteOrganizationusers(clientOf(), source, { chunkSize: 5, concurrency: 3 });
    await server.when(({ activeRequests }) => activeRequests === 3);
    expect(read).toBe(15);
    release();
    expect(await going).toMatchObject({ written: 50 });
    expect(server.traffic().maxActiveRequests).toBe(3);
  });

  test("progress", async () => {
    const seen: unknown[] = [];
    await bulkWriteOrganizationusers(clientOf(), [...rows(4), {} as never], { chunkSize: 2, concurrency: 1, onProgress: (one) => seen.push(one) });
    const bytes = server.requests.map(({ body }) => Buffer.byteLength(body)) as [number, number];
    expect(seen).toEqual([
      { done: 2, total: 5, rejected: 0, bytes: bytes[0] },
      { done: 4, total: 5, rejected: 0, bytes: bytes[0] + bytes[1] },
      { done: 5, total: 5, rejected: 1, bytes: bytes[0] + bytes[1] },
    ]);
  });
});

test("once is the plain request", async () => {
  expect(await bulkWriteOrganizationusers.once(clientOf(), { body: [row(0)] })).toMatchObject([{ custom_id: "row-0" }]);
  expect(await bulkWriteOrganizationusers.once.safe(clientOf(), { body: [{}] as never })).toMatchObject({ ok: false, error: { name: "ValidationError" } });
});
