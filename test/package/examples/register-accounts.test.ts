import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTaxfilingServer, type TaxfilingServer } from "../../server/taxfiling-server.js";
import { taxfilingCredentials } from "../../server/taxfiling/authenticate.js";
import { type Ended, runExample, secrets, taxfilingEnvironment, workFolder } from "./support/run-example.js";

let server: TaxfilingServer;
const { folder, remove } = workFolder();
beforeEach(async () => {
  server = await startTaxfilingServer({ order: "reversed" });
});
afterEach(async () => server.close());
afterAll(remove);

const registering = async (content: string | undefined, args: readonly string[] = [], env: Readonly<Record<string, string>> = taxfilingEnvironment): Promise<Ended> => {
  if (content !== undefined) writeFileSync(path.join(folder, "accounts.json"), content);
  const ended = await runExample("register-accounts.mjs", ["accounts.json", ...args, "--base-url", server.url], { cwd: folder, env });
  for (const secret of [...secrets, "hash-of-a-password"]) expect(ended.stdout + ended.stderr).not.toContain(secret);
  return ended;
};

const account = (number: number, more: object = {}): object => ({ id: number, refId: 1, userName: `user-${number}`, profileUrl: "https://example.org", roles: [], permissions: [], passwordHash: "hash-of-a-password", ...more });

const names = (): readonly unknown[] => server.rows().map(({ userName }) => userName);

describe("an account each", () => {
  test.each([
    ["a JSON array", JSON.stringify([account(1), account(2)], null, 2)],
    ["the body of the service", JSON.stringify({ accounts: [account(1), account(2)] })],
    ["JSON Lines", `${JSON.stringify(account(1))}\n\n${JSON.stringify(account(2))}\r\n`],
    ["the mark of the byte order", `\uFEFF${JSON.stringify([account(1), account(2)])}`],
  ])("of %s", async (_, content) => {
    const { code, stdout, stderr } = await registering(content);
    expect([code, stdout, stderr]).toEqual([0, "0 user-1 registered\n1 user-2 registered\n", "2 registered, 0 rejected, 0 unknown\n"]);
    expect(names()).toEqual(["user-1", "user-2"]);
  });

  test("with its issues by field, those of this side and those of the server", async () => {
    await registering(JSON.stringify([account(1)]));
    const content = [account(1), account(2, { userName: "" }), account(3, { createdDate: "2026-01-01" }), 42, account(4), account(5, { userName: "user-4" })];
    const { code, stdout } = await registering(JSON.stringify(content));
    expect(code).toBe(1);
    expect(stdout.replaceAll(/must .*/g, "must …").split("\n")).toEqual([
      ...["0 user-1 rejected", "  userName: User already exists."],
      ...["1  rejected", "  userName: must …"],
      ...["2 user-3 rejected", "  createdDate: must …"],
      ...["3 rejected", "  : must …"],
      "4 user-4 registered",
      ...["5 user-4 rejected", "  userName: items 4 and 5 have the same userName", ""],
    ]);
  });

  test("that nobody knows of says whether it may be registered", async () => {
    server.faults.next({ kind: "applyThenDie" });
    const { code, stdout, stderr } = await registering(JSON.stringify([account(1)]));
    expect([code, stdout.split(":")[0], stderr]).toEqual([1, "0 user-1 unknown\n  may be registered", "0 registered, 0 rejected, 1 unknown\n"]);
    expect(names()).toEqual(["user-1"]);
  });

  test("is sent again after a 429", async () => {
    server.faults.next({ status: 429, retryAfter: "0" });
    expect((await registering(JSON.stringify([account(1)]))).code).toBe(0);
    expect(server.requests).toHaveLength(2);
  });
});

const { bearer, basic, session } = taxfilingCredentials;

describe("the ways to sign in", () => {
  test.each([
    ["bearer", { TAXFILING_BEARER: bearer }, "authorization"],
    ["basic", { TAXFILING_USERNAME: basic.username, TAXFILING_PASSWORD: basic.password }, "authorization"],
    ["session", { TAXFILING_SESSION: session }, "cookie"],
  ])("%s", async (_, env, header) => {
    const { code } = await registering(JSON.stringify([account(1)]), ["--async"], env);
    expect([code, server.requests[0]?.url]).toEqual([0, "/async/accounts/batch"]);
    expect(server.requests[0]?.headers).toHaveProperty(header);
  });

  test("with what is not accepted end it at the first request", async () => {
    const { code, stdout, stderr } = await registering(JSON.stringify(Array.from({ length: 500 }, (_, at) => account(at))), [], { TAXFILING_BEARER: "other-token" });
    expect([code, stderr.includes("401"), stderr.includes("other-token"), stdout.includes("registered\n")]).toEqual([1, true, false, false]);
    expect(stderr).toMatch(/^ended early: [^\n]+\n300 of 500 accounts were not reached\n0 registered, 0 rejected, 200 unknown\n$/);
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });
});

test.each([
  ["what is no JSON, without quoting it", '[{ "passwordHash": "hash-of-a-password" ]', [], taxfilingEnvironment, "accounts.json is not valid JSON"],
  ["a broken line by its number", `${JSON.stringify(account(1))}\n{ "passwordHash": hash-of-a-password }`, [], taxfilingEnvironment, "accounts.json:2 is not valid JSON"],
  ["no credentials", "[]", [], {}, "set TAXFILING_BEARER"],
  ["another environment", "[]", ["--environment", "test"], taxfilingEnvironment, "--environment is production or staging"],
  ["two files", "[]", ["more.json"], taxfilingEnvironment, "exactly one file"],
])("wrong use: %s", async (_, content, args, env, message) => {
  const { code, stderr } = await registering(content, args, env);
  expect([code, stderr.includes(message), server.requests.length]).toEqual([2, true, 0]);
});

test("no accounts at all are all of them", async () => {
  expect(await registering("[]")).toMatchObject({ code: 0, stdout: "" });
});
