import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createClient } from "../../generated/pigello-accounts/src/client.js";
import { bulkWriteOrganizationusers } from "../../generated/pigello-accounts/src/client/bulk-write-organizationusers.js";
import { createFileJournal } from "../../generated/pigello-accounts/src/file-journal.js";
import type { BulkResult } from "../../generated/pigello-accounts/src/runtime/client/bulk/result.js";
import { createClient as createTaxfilingClient } from "../../generated/taxfiling-accounts/src/client.js";
import { batchRegisterAccounts } from "../../generated/taxfiling-accounts/src/client/batch-register-accounts.js";
import type { OrganizationuserWrite } from "../../generated/pigello-accounts/src/schemas/organizationuser-write.js";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { idsIn, row, rows } from "./support/bulk-rows.js";
import { credentials } from "./support/credentials.js";
import { dyingJournal, type Remains } from "./support/dying-journal.js";

let server: PigelloServer;
let folder: string;
const client = () => createClient({ baseUrl: server.url, credentials, retry: { delay: 1 } });
beforeAll(async () => {
  // nothing is unique: what is sent twice is there twice
  server = await startPigelloServer({ seed: 0, partial: true, unique: [] });
  folder = mkdtempSync(path.join(tmpdir(), "bulk-journal-"));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  server.faults.clear();
  server.forgetRequests();
});

/** How often each row is there. */
const counts = (prefix: string): ReadonlyMap<unknown, number> =>
  new Map(server.sql("SELECT custom_id AS id, count(*) AS n FROM organizationuser WHERE custom_id LIKE ? GROUP BY custom_id", [`${prefix}%`]).map(({ id, n }) => [id, Number(n)]));

const named = (prefix: string, count: number): readonly OrganizationuserWrite[] => Array.from({ length: count }, (_, index) => ({ ...row(index), custom_id: `${prefix}${index}` }));

const statusesOf = ({ results }: BulkResult<unknown>): string => results.map(({ status }) => status.charAt(0)).join("");

describe("killed at every line of the journal, and begun again", () => {
  const options = { chunkSize: 4, concurrency: 2 };
  const kills = Array.from({ length: 14 }, (_, at) => at + 1);
  const cases = kills.flatMap((deadline) => (["nothing", "half", "line"] as const).map((remains): [number, Remains] => [deadline, remains]));

  test.each(cases)("line %i, of which %s remains", async (deadline, remains) => {
    const prefix = `k${deadline}${remains}-`;
    const items = named(prefix, 20).map((item, index) => (index === 6 ? { detail_access: 1, custom_id: `${prefix}6` } as never : item));
    // the server refuses whole requests for this one
    server.faults.choose(({ body }) => (body.includes(`"${prefix}13"`) ? { status: 400 } : undefined));
    const lines: string[] = [];
    await bulkWriteOrganizationusers(client(), items, { ...options, journal: dyingJournal(lines, deadline, remains) }).catch(() => undefined);
    const resumed = await bulkWriteOrganizationusers(client(), items, { ...options, chunkSize: 5, journal: dyingJournal(lines) });

    const there = counts(prefix);
    resumed.results.forEach((result, index) => {
      const count = there.get(`${prefix}${index}`) ?? 0;
      if (result.status === "unknown") expect(count).toBeLessThanOrEqual(1);
      else expect([index, count]).toEqual([index, result.status === "written" ? 1 : 0]);
    });
    expect(statusesOf(resumed)).toMatch(/^[uw]{6}r[uw]{6}[ur][uw]{6}$/);

    server.faults.clear();
    const again = await bulkWriteOrganizationusers(client(), items, { ...options, journal: dyingJournal(lines), resume: "resend" });
    expect(again.unknown).toBe(0);
    for (const [index, { status }] of resumed.results.entries()) if (status === "written") expect(counts(prefix).get(`${prefix}${index}`)).toBe(1);
  });
});

describe("a journal", () => {
  const journalOf = (name: string) => createFileJournal(path.join(folder, name));

  test("of a run that is over sends nothing", async () => {
    const items = [...named("over-", 12), {} as never];
    const first = await bulkWriteOrganizationusers(client(), items, { chunkSize: 5, journal: journalOf("over") });
    expect(statusesOf(first)).toBe("wwwwwwwwwwwwr");
    server.forgetRequests();
    const second = await bulkWriteOrganizationusers(client(), items, { chunkSize: 3, journal: journalOf("over") });
    expect(server.requests).toEqual([]);
    expect(second.results[0]).toEqual({ status: "written", value: undefined, fromJournal: true });
    expect(statusesOf(second)).toBe("wwwwwwwwwwwwr");
  });

  test("tells what was sent and not answered, and lets the caller decide", async () => {
    server.faults.next({ kind: "applyThenDie" });
    const items = named("died-", 4);
    const options = { chunkSize: 2, concurrency: 1 };
    await bulkWriteOrganizationusers(client(), items, { ...options, journal: journalOf("died") });
    const second = await bulkWriteOrganizationusers(client(), items, { ...options, journal: journalOf("died") });
    expect(second.results.slice(0, 2)).toMatchObject([{ status: "unknown", applied: "maybe", fromJournal: true }, { status: "unknown" }]);
    expect(server.requests).toHaveLength(2);
    const third = await bulkWriteOrganizationusers.retryFailed(client(), items, second, { ...options, journal: journalOf("died") });
    expect([statusesOf(third), server.requests.length]).toEqual(["wwww", 3]);
    expect(counts("died-").get("died-0")).toBe(2);
    expect(statusesOf(await bulkWriteOrganizationusers(client(), items, { journal: journalOf("died") }))).toBe("wwww");
    expect(server.requests).toHaveLength(3);
  });

  test("knows that what was refused for now was not written, so it is sent", async () => {
    server.faults.next({ status: 429, retryAfter: "0" }, 3);
    const write = () => bulkWriteOrganizationusers(client(), named("later-", 2), { journal: journalOf("later") });
    expect((await write()).results[0]).toMatchObject({ status: "unknown", applied: "no" });
    expect(statusesOf(await write())).toBe("ww");
  });

  test("keeps why the server refused an item, and no item", async () => {
    server.faults.next({ status: 207, body: '[{"errors":{"custom_id":["is taken"]}}]' });
    await bulkWriteOrganizationusers(client(), named("kept-", 1), { journal: journalOf("kept") });
    const { results } = await bulkWriteOrganizationusers(client(), named("kept-", 1), { journal: journalOf("kept") });
    expect(results).toEqual([{ status: "rejected", issues: [{ code: "server", path: ["custom_id"], message: "is taken" }], fromJournal: true }]);
    expect(readFileSync(path.join(folder, "kept"), "utf8")).not.toContain("Row 0");
  });

  test("of another input, or of another operation, or no journal at all, is a TypeError", async () => {
    const items = named("other-", 3);
    const write = (others: readonly OrganizationuserWrite[], name = "other") => bulkWriteOrganizationusers(client(), others, { journal: journalOf(name) });
    await write(items);
    await expect(write(items.with(1, row(1)))).rejects.toThrow(new TypeError("item 1 is not the one that the journal knows"));
    await expect(write(items.slice(0, 2))).rejects.toThrow(/knows more items than the 2/);
    await expect(batchRegisterAccounts(createTaxfilingClient({ baseUrl: server.url, credentials: { bearer: "x" } }), [], { journal: journalOf("other") })).rejects.toThrow(/that of bulkWriteOrganizationusers/);
    writeFileSync(path.join(folder, "text"), "a\nb\n");
    await expect(write(items, "text")).rejects.toBeInstanceOf(TypeError);
    writeFileSync(path.join(folder, "line"), "detail_access,first_name\n");
    await expect(write(items, "line")).rejects.toThrow(new TypeError("the file is no journal: its first line is none of a journal's"));
    expect(server.requests).toHaveLength(1);
    expect(readFileSync(path.join(folder, "text"), "utf8")).toBe("a\nb\n");
    expect(readFileSync(path.join(folder, "line"), "utf8")).toBe("detail_access,first_name\n");
  });

  test("that was cut off anywhere in its last line is taken as it was before", async () => {
    const [items, file] = [named("torn-", 2), path.join(folder, "torn")];
    await bulkWriteOrganizationusers(client(), items, { chunkSize: 1, concurrency: 1, journal: createFileJournal(file) });
    const whole = readFileSync(file);
    const before = whole.lastIndexOf("\n", whole.length - 2) + 1;
    const again = (resume: "report" | "resend") => bulkWriteOrganizationusers(client(), items, { resume, journal: createFileJournal(file, { durable: false }) });
    for (let length = before; length < whole.length - 1; length++) {
      server.forgetRequests();
      writeFileSync(file, whole.subarray(0, length));
      expect(statusesOf(await again("report"))).toBe("wu");
      writeFileSync(file, whole.subarray(0, length));
      expect([statusesOf(await again("resend")), statusesOf(await again("report"))]).toEqual(["ww", "ww"]);
      expect(server.requests.map(({ body }) => idsIn(body))).toEqual([["torn-1"]]);
    }
  });

  test("that cannot be written ends the run before anything else is sent", async () => {
    const lines: string[] = [];
    const run = bulkWriteOrganizationusers(client(), rows(9), { chunkSize: 3, concurrency: 1, journal: dyingJournal(lines, 4) });
    await expect(run).rejects.toMatchObject({ name: "BulkError", cause: new Error("killed"), result: { written: 3, unknown: 3 } });
    expect(server.requests.map(({ body }) => idsIn(body).length)).toEqual([3]);
  });
});
