import "temporal-polyfill/global";
import type {} from "temporal-polyfill/types/global";
import { afterEach, describe, expect, test } from "vitest";
import { createClient } from "../../../generated/taxfiling-accounts/src/client.js";
import { batchRegisterAccounts } from "../../../generated/taxfiling-accounts/src/client/batch-register-accounts.js";
import type { Account } from "../../../generated/taxfiling-accounts/src/schemas/account.js";
import { taxfilingCredentials } from "../../server/taxfiling/authenticate.js";
import { startTaxfilingServer, type TaxfilingServer, type TaxfilingServerOptions } from "../../server/taxfiling-server.js";

let servers: TaxfilingServer[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

const started = async (options: TaxfilingServerOptions = {}) => {
  const server = await startTaxfilingServer(options);
  servers.push(server);
  return { server, options: { baseUrl: server.url, credentials: { bearer: taxfilingCredentials.bearer }, retry: false } as const };
};

const account = (index: number): Account => ({ id: index + 1, index, refId: 1, userName: `user-${index}`, profileUrl: "https://example.org", roles: [], permissions: [] });

const minimum = new Date(-62_135_596_800_000);
const birth = new Date(Date.UTC(1990, 4, 6));

describe("dates of ServiceStack", () => {
  test("a Date goes there and comes back, escaped on the wire", async () => {
    const { server, options } = await started();
    const client = createClient({ ...options, dates: "Date" });
    const accounts = [{ ...account(0), birthDate: birth, createdDate: minimum, lockedDate: "/Date(0-0000)/" }, account(1)];
    const { results } = await batchRegisterAccounts(client, accounts);
    expect(server.rows()[0]).toMatchObject({ birthDate: { ms: birth.getTime(), kind: "utc" }, createdDate: { ms: minimum.getTime(), kind: "unspecified" }, lockedDate: { ms: 0, kind: "unspecified" } });
    const body = server.requests[0]?.body ?? "";
    expect(body).toContain(String.raw`"birthDate":"\/Date(${birth.getTime()}+0000)\/"`);
    expect(body).toContain(String.raw`"createdDate":"\/Date(-62135596800000-0000)\/"`);
    const [first] = results;
    const value = first?.status === "written" ? first.value?.account : undefined;
    expect(value).toMatchObject({ birthDate: birth, createdDate: minimum, lockedDate: new Date(0) });
    // what came without an offset goes back without one
    await batchRegisterAccounts.once(client, { body: { accounts: [{ ...account(2), lockedDate: value?.lockedDate ?? null }] } });
    expect(server.rows().at(-1)).toMatchObject({ lockedDate: { ms: 0, kind: "unspecified" } });
  });

  test("Temporal: moments, and the length of an order", async () => {
    const { options } = await started();
    const client = createClient({ ...options, dates: "Temporal" });
    const { results } = await batchRegisterAccounts(client, [{ ...account(0), birthDate: Temporal.Instant.fromEpochMilliseconds(birth.getTime()) }]);
    const value = results[0]?.status === "written" ? results[0].value : undefined;
    expect(value?.account?.birthDate?.epochMilliseconds).toBe(birth.getTime());
    expect(value?.orders[0]?.requestDuration).toBeInstanceOf(Temporal.Duration);
  });

  test("text stays text, escaped all the same", async () => {
    const { server, options } = await started();
    const { results } = await batchRegisterAccounts(createClient(options), [{ ...account(0), birthDate: "/Date(0+0000)/" }]);
    expect(server.requests[0]?.body).toContain(String.raw`"\/Date(0+0000)\/"`);
    expect(results[0]).toMatchObject({ status: "written", value: { account: { birthDate: "/Date(0+0000)/" } } });
  });
});

test("results are found by an index that the program sees as bigint", async () => {
  const { options } = await started({ order: "reversed" });
  const { results, written } = await batchRegisterAccounts(createClient({ ...options, int64: "bigint" }), [account(0), account(1), account(2)]);
  expect(written).toBe(3);
  expect(results.map((one) => (one.status === "written" ? one.value?.index : undefined))).toEqual([0n, 1n, 2n]);
});

describe.each(["lines", "array"] as const)("an answer in JSON Lines (%s)", (jsonl) => {
  test("says what the one in JSON says", async () => {
    const { server, options } = await started({ jsonl });
    const client = createClient({ ...options, dates: "Date", validate: "strict" });
    const body = { accounts: [{ ...account(0), birthDate: birth }, account(1)] };
    const lines = await batchRegisterAccounts.once(client, { body, contentType: "text/jsonl", accept: "text/jsonl" });
    expect(server.requests[0]?.headers).toMatchObject({ "content-type": "text/jsonl", accept: "text/jsonl" });
    expect(lines.map(({ account: one }) => one?.birthDate)).toEqual([birth, undefined]);
    server.sql("DELETE FROM account");
    const json = await batchRegisterAccounts.once(client, { body });
    expect(server.requests[1]?.headers).toMatchObject({ "content-type": "application/json", accept: "application/json" });
    expect(lines).toEqual(json);
  });

  test("of one account is an array of one", async () => {
    const { options } = await started({ jsonl });
    expect(await batchRegisterAccounts.once(createClient(options), { body: { accounts: [account(0)] }, accept: "text/jsonl" })).toHaveLength(1);
  });

  test("a bulk write goes that way, too", async () => {
    const { server, options } = await started({ jsonl });
    const { written } = await batchRegisterAccounts(createClient(options), [account(0), account(1), account(2)], { chunkSize: 2, contentType: "text/jsonl", accept: "text/jsonl" });
    expect(written).toBe(3);
    expect(server.requests.map(({ headers }) => headers["content-type"])).toEqual(["text/jsonl", "text/jsonl"]);
  });
});

test("another media type is a TypeError", async () => {
  const { options } = await started();
  await expect(batchRegisterAccounts.once(createClient(options), { body: { accounts: [] }, accept: "text/csv" as never })).rejects.toThrow(
    new TypeError("accept must be one of application/json, text/jsonl"),
  );
});
