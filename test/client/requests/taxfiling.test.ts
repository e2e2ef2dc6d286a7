import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createClient, type ClientOptions } from "../../../generated/taxfiling-accounts/src/client.js";
import { batchRegisterAccounts } from "../../../generated/taxfiling-accounts/src/client/batch-register-accounts.js";
import { batchRegisterAccountsAsync } from "../../../generated/taxfiling-accounts/src/client/batch-register-accounts-async.js";
import type { Account } from "../../../generated/taxfiling-accounts/src/schemas/account.js";
import { startTaxfilingServer, type TaxfilingServer } from "../../server/taxfiling-server.js";
import { taxfilingCredentials } from "../../server/taxfiling/authenticate.js";
import { type ExpandedDescription, expandedDescription, operationsOf } from "./expanded-description.js";
import { type RequestValidator, startRequestValidator } from "./request-validator.js";

let server: TaxfilingServer;
let description: ExpandedDescription;
let validator: RequestValidator;

beforeAll(async () => {
  server = await startTaxfilingServer();
  description = await expandedDescription("taxfiling-accounts.yaml");
  validator = await startRequestValidator(description);
});
afterAll(async () => {
  await server.close();
  await validator.close();
});
beforeEach(() => server.forgetRequests());

const account = (name: string, index: number): Account => ({
  id: index + 1,
  index,
  refId: 1,
  userName: `${name}-${index} Å,!+%#&"😀`,
  profileUrl: "https://example.org",
  roles: ["Admin"],
  permissions: [],
  meta: { "ö,": "!" },
});

const { bearer, basic, session } = taxfilingCredentials;
const ways: readonly (readonly [string, ClientOptions["credentials"]])[] = [
  ["bearer", { bearer }],
  ["basic", { basic }],
  ["session", { session }],
];

test.each(ways)("signed in by %s, both operations in all their forms are what the description says", async (name, credentials) => {
  const client = createClient({ baseUrl: server.url, credentials });
  for (const [form, register] of Object.entries({ sync: batchRegisterAccounts, async: batchRegisterAccountsAsync })) {
    const accounts = (part: string) => Array.from({ length: 5 }, (_, index) => account(`${name}-${form}-${part}`, index));
    expect(await register(client, accounts("chunks"), { chunkSize: 2 })).toMatchObject({ written: 5 });
    for await (const { status } of register.stream(client, accounts("stream"))) expect(status).toBe("written");
    expect(await register.once(client, { body: { accounts: accounts("once") } })).toHaveLength(5);
  }
  const verdicts = await Promise.all(server.requests.map((request) => validator.judge(request)));
  expect(verdicts.flatMap(({ problems }) => problems)).toEqual([]);
  expect(verdicts).toHaveLength(10);
  expect([...new Set(verdicts.map(({ operation }) => operation))].toSorted()).toEqual(operationsOf(description).map(({ operationId }) => operationId).toSorted());
});

test.each([
  ["no credential", { rawHeaders: ["content-type", "application/json"] }, /^401/],
  ["another cookie", { rawHeaders: ["content-type", "application/json", "cookie", "session=x"] }, /^401/],
  ["another scheme", { rawHeaders: ["content-type", "application/json", "authorization", "Digest x"] }, /^401/],
  ["a body without accounts", { body: "{}" }, /must have required property 'accounts'/],
  ["a text for a number", { body: JSON.stringify({ accounts: [{ ...account("x", 0), id: "1" }] }) }, /accounts\/0\/id must be integer/],
  ["a date in another form", { body: JSON.stringify({ accounts: [{ ...account("x", 0), createdDate: "2026-01-01T00:00:00Z" }] }) }, /must match format "ms-date"/],
  ["another type", { rawHeaders: ["content-type", "text/html", "cookie", `ss-id=${session}`] }, /^415/],
  ["another path", { url: "/accounts/batch" }, /^404/],
])("refused: %s", async (_, change, problem) => {
  const good = {
    method: "POST",
    url: "/sync/accounts/batch",
    rawHeaders: ["content-type", "application/json", "cookie", `ss-id=${session}`],
    body: JSON.stringify({ accounts: [account("x", 0)] }),
  };
  expect((await validator.judge(good)).problems).toEqual([]);
  expect((await validator.judge({ ...good, ...change })).problems).toEqual([expect.stringMatching(problem)]);
});
