import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createClient } from "../../generated/pigello-accounts/src/client.js";
import { bulkWriteOrganizationusers } from "../../generated/pigello-accounts/src/client/bulk-write-organizationusers.js";
import { ApiError, NetworkError, TimeoutError, ValidationError } from "../../generated/pigello-accounts/src/runtime/client/errors.js";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { idsIn, row, rows, taken } from "./support/bulk-rows.js";
import { credentials } from "./support/credentials.js";

let server: PigelloServer;
const clientOf = (options: Partial<Parameters<typeof createClient>[0]> = {}) => createClient({ baseUrl: server.url, credentials, retry: { delay: 1 }, ...options });
const written = (): readonly unknown[] => server.sql("SELECT custom_id FROM organizationuser WHERE custom_id LIKE 'row-%' ORDER BY custom_id").map(({ custom_id }) => custom_id);
const statuses = (results: readonly { readonly status: string }[]): string => results.map(({ status }) => status.charAt(0)).join("");

beforeEach(async () => {
  server = await startPigelloServer({ seed: 0, partial: true });
});
afterEach(async () => server.close());

describe("an item that the server refuses", () => {
  test("inside of an answer for the others (207)", async () => {
    const { results } = await bulkWriteOrganizationusers(clientOf(), [row(0), taken(0), row(2)]);
    expect(statuses(results)).toBe("wrw");
    expect(results[1]).toMatchObject({ issues: [{ code: "server", path: ["custom_id"], message: "This field must be unique." }] });
  });

  test.each([true, false])("with all the others (400, an object for each): isolate %s", async (isolate) => {
    await server.close();
    server = await startPigelloServer({ seed: 0, partial: false });
    const { results } = await bulkWriteOrganizationusers(clientOf(), [row(0), row(1), taken(1), row(3)], { isolate });
    expect(statuses(results)).toBe(isolate ? "wwrw" : "rrrr");
    expect(results[2]).toMatchObject({ issues: [{ code: "server", path: ["custom_id"] }] });
    expect(written()).toHaveLength(isolate ? 3 : 0);
    expect(server.requests).toHaveLength(isolate ? 2 : 1);
  });

  test("with all the others, and nobody tells which: those that pass alone are written", async () => {
    server.faults.choose(({ body }) => (body.includes("row-5") ? { status: 400, body: '{"detail":"no"}' } : undefined));
    const { results } = await bulkWriteOrganizationusers(clientOf(), rows(20), { chunkSize: 20 });
    expect(statuses(results)).toBe("wwwwwrwwwwwwwwwwwwww");
    expect(results[5]).toMatchObject({ issues: [{ code: "server", path: [], message: "no" }] });
    expect(written()).toHaveLength(19);
  });
});

describe("a request that dies", () => {
  test.each([
    [{ kind: "reset" }, NetworkError],
    [{ kind: "applyThenDie" }, NetworkError],
    [{ kind: "half" }, NetworkError],
    [{ kind: "invalidJson" }, NetworkError],
    [{ kind: "hang" }, TimeoutError],
    [{ status: 500 }, ApiError],
    [{ status: 503, applied: true }, ApiError],
    [{ status: 201, body: "[]" }, ValidationError],
    [{ status: 201, body: "{}" }, ValidationError],
  ] as const)("%j leaves its items unknown, and is not sent again", async (fault, type) => {
    server.faults.next(fault);
    const { results, unknown } = await bulkWriteOrganizationusers(clientOf(), rows(15), { chunkSize: 10, concurrency: 1, timeout: fault === undefined || !("kind" in fault) || fault.kind !== "hang" ? 10_000 : 100 });
    expect([statuses(results), unknown]).toEqual(["u".repeat(10) + "w".repeat(5), 10]);
    expect(results[0]).toMatchObject({ status: "unknown", applied: "maybe", error: expect.any(type) });
    expect(server.requests).toHaveLength(2);
  });

  test("an answer that a strict client does not take is one nevertheless", async () => {
    server.faults.next({ status: 201, body: '[{"id":1}]' });
    expect((await bulkWriteOrganizationusers(clientOf({ validate: "strict" }), rows(1))).results).toMatchObject([{ status: "unknown", applied: "maybe", error: { subject: "response" } }]);
  });

  test("429 is waited for, though a POST is no request to repeat", async () => {
    server.faults.next({ status: 429, retryAfter: "0" });
    expect(await bulkWriteOrganizationusers(clientOf(), rows(3))).toMatchObject({ written: 3 });
    server.faults.next({ status: 429, retryAfter: "0" }, 3);
    expect((await bulkWriteOrganizationusers(clientOf(), [row(9)])).results).toMatchObject([{ status: "unknown", applied: "no", error: { status: 429 } }]);
  });

  test("a connection that cannot be opened is tried again, and surely wrote nothing", async () => {
    const client = clientOf();
    let attempts = 0;
    const counted = createClient({ baseUrl: client.baseUrl, credentials, retry: { delay: 1 }, onRequest: () => void attempts++ });
    await server.close();
    const { results } = await bulkWriteOrganizationusers(counted, rows(1));
    expect(results).toMatchObject([{ status: "unknown", applied: "no", error: { code: "ECONNREFUSED" } }]);
    expect(attempts).toBe(3);
    server = await startPigelloServer({ seed: 0 });
  });

  test("unsafe retries send it again", async () => {
    server.faults.next({ kind: "reset" });
    expect(await bulkWriteOrganizationusers(clientOf(), rows(3), { retry: { unsafe: true, delay: 1 } })).toMatchObject({ written: 3 });
  });

  test("retryFailed sends what is unknown, or rejected, and merges", async () => {
    server.faults.next({ kind: "reset" });
    const items = [...rows(4), taken(3)];
    const first = await bulkWriteOrganizationusers(clientOf(), items, { chunkSize: 2, concurrency: 1 });
    expect(statuses(first.results)).toBe("uuwwr");
    server.forgetRequests();
    const second = await bulkWriteOrganizationusers.retryFailed(clientOf(), items, first);
    expect([statuses(second.results), second.written, second.unknown]).toEqual(["wwwwr", 4, 0]);
    expect(server.requests.flatMap(({ body }) => idsIn(body))).toEqual(["row-0", "row-1"]);
    const mended = items.with(4, row(4));
    expect(await bulkWriteOrganizationusers.retryFailed(clientOf(), mended, second, { which: "rejected" })).toMatchObject({ written: 5, rejected: 0 });
    expect(second.results[4]?.status).toBe("rejected");
  });
});
