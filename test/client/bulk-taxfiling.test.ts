import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createClient } from "../../generated/taxfiling-accounts/src/client.js";
import { batchRegisterAccounts } from "../../generated/taxfiling-accounts/src/client/batch-register-accounts.js";
import { batchRegisterAccountsAsync } from "../../generated/taxfiling-accounts/src/client/batch-register-accounts-async.js";
import type { Account } from "../../generated/taxfiling-accounts/src/schemas/account.js";
import { startTaxfilingServer, type TaxfilingServer } from "../server/taxfiling-server.js";
import { taxfilingCredentials } from "../server/taxfiling/authenticate.js";

let server: TaxfilingServer;
const client = () => createClient({ baseUrl: server.url, credentials: { bearer: taxfilingCredentials.bearer }, retry: { delay: 1 } });

const account = (index: number): Account => ({ id: index + 1, index, refId: 1, userName: `user-${index}`, profileUrl: "https://example.org", roles: [], permissions: [] });
const accounts = (count: number): readonly Account[] => Array.from({ length: count }, (_, index) => account(index));
const statuses = (results: readonly { readonly status: string }[]): string => results.map(({ status }) => status.charAt(0)).join("");
const sizes = (): readonly number[] => server.requests.map(({ body }) => (JSON.parse(body) as { readonly accounts: readonly unknown[] }).accounts.length);

beforeEach(async () => {
  server = await startTaxfilingServer({ order: "reversed" });
});
afterEach(async () => server.close());

describe.each([
  ["batchRegisterAccounts", batchRegisterAccounts],
  ["batchRegisterAccountsAsync", batchRegisterAccountsAsync],
])("%s", (_, register) => {
  test("results are found by their index, whatever their order", async () => {
    const { results, written } = await register(client(), accounts(25), { chunkSize: 10 });
    expect(written).toBe(25);
    expect(results.map((one) => (one.status === "written" ? one.value?.account?.userName : one.status))).toEqual(accounts(25).map(({ userName }) => userName));
    expect(server.rows()).toHaveLength(25);
  });

  test("an account that exists is rejected, its field under its own name", async () => {
    await register(client(), [account(2)]);
    const { results } = await register(client(), accounts(4));
    expect(statuses(results)).toBe("wwrw");
    expect(results[2]).toMatchObject({
      issues: [{ code: "server", path: ["userName"], message: "User already exists." }],
      answer: { responseStatus: { errorCode: "AlreadyExists" } },
    });
  });
});

test("a user name that was there long before is not sent again", async () => {
  const items = [...accounts(7), { ...account(7), userName: "user-1" }];
  const { results } = await batchRegisterAccounts(client(), items, { chunkSize: 2, concurrency: 1 });
  expect(results[7]).toEqual({ status: "rejected", issues: [{ code: "uniqueBy", path: [], message: "items 1 and 7 have the same userName", fields: ["userName"] }] });
  expect(server.requests).toHaveLength(4);
  expect(sizes()).toEqual([2, 2, 2, 1]);
});

test("items with the same index go in requests of their own, so that each gets its own result", async () => {
  await batchRegisterAccounts(client(), [account(1)]);
  server.forgetRequests();
  const { results } = await batchRegisterAccounts(client(), accounts(4).map((one) => ({ ...one, index: 0 })));
  expect(statuses(results)).toBe("wrww");
  expect(sizes()).toEqual([1, 1, 1, 1]);
});

test("a request that cannot be read for one account is cut up until that one is alone", async () => {
  const items = accounts(8).map((one, index) => (index === 5 ? { ...one, id: "five" as never } : one));
  const { results } = await batchRegisterAccounts(client(), items, { validate: "off" });
  expect(statuses(results)).toBe("wwwwwrww");
  expect(results[5]).toMatchObject({ issues: [{ code: "server", path: [], message: expect.stringContaining("Unable to bind") }] });
  expect(server.rows()).toHaveLength(7);
});

test("an error of the whole request that names its items by number", async () => {
  const errors = [
    { errorCode: "Email", fieldName: "Accounts[1].Email", message: "is no address" },
    { errorCode: "Length", fieldName: "Accounts[1].Meta.Team", message: "is too long" },
  ];
  server.faults.next({ status: 400, body: JSON.stringify({ responseStatus: { errorCode: "Email", message: "x", errors } }) });
  const { results } = await batchRegisterAccounts(client(), accounts(3));
  expect(statuses(results)).toBe("wrw");
  expect(results[1]).toMatchObject({ issues: [{ path: ["email"], message: "is no address" }, { path: ["meta", "Team"], message: "is too long" }] });
  expect(sizes()).toEqual([3, 2]);
});

describe("an answer that does not tell everything", () => {
  const result = (index: number) => ({ index, products: [], orders: [], account: account(index) });
  test.each([
    ["lacks a result", [result(0), result(2)], "wuw"],
    ["has one for nobody", [result(0), result(1), result(2), result(7)], "www"],
    ["has two for one item", [result(0), result(1), result(1), result(2)], "wuw"],
    ["is no array", { accounts: [] }, "uuu"],
  ])("%s", async (_, body, expected) => {
    server.faults.next({ status: 200, body: JSON.stringify(body) });
    expect(statuses((await batchRegisterAccounts(client(), accounts(3))).results)).toBe(expected);
  });

  test("a failure without errors is told in the words that it has", async () => {
    server.faults.next({ status: 200, body: JSON.stringify([{ index: 0, responseStatus: { errorCode: "Quota", message: "No more accounts." } }, { index: 1, responseStatus: { errorCode: "Quota" } }, result(2)]) });
    expect((await batchRegisterAccounts(client(), accounts(3))).results).toMatchObject([{ issues: [{ path: [], message: "No more accounts." }] }, { issues: [{ message: "Quota" }] }, { status: "written" }]);
  });
});

test("the validator of the whole batch has the same verdict, item by item", async () => {
  const { validateAccountBatch } = await import("../../generated/taxfiling-accounts/src/schemas/account-batch.js");
  const items = [account(0), { ...account(1), userName: "" }, { ...account(2), userName: "user-0", id: 1.5 }, { ...account(3), userName: "user-0" }, {} as never];
  const { results } = await batchRegisterAccounts(client(), items, { chunkSize: 1 });
  const issues = results.flatMap((one, index) => (one.status === "rejected" ? one.issues.map((issue) => ({ ...issue, path: [index, ...issue.path] })) : []));
  const text = (one: unknown): string => JSON.stringify(one);
  expect(issues.map(text).sort()).toEqual((validateAccountBatch(items).issues ?? []).map(text).sort());
});
