import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, test } from "vitest";
import { createClient, type ClientOptions, type Credentials } from "../../generated/taxfiling-accounts/src/client.js";
import { batchRegisterAccounts } from "../../generated/taxfiling-accounts/src/client/batch-register-accounts.js";
import { batchRegisterAccountsAsync } from "../../generated/taxfiling-accounts/src/client/batch-register-accounts-async.js";
import { ApiError, type ClientError, NetworkError, ValidationError } from "../../generated/taxfiling-accounts/src/runtime/client/errors.js";
import type { Account } from "../../generated/taxfiling-accounts/src/schemas/account.js";
import type { AccountResponseList } from "../../generated/taxfiling-accounts/src/schemas/account-response-list.js";
import type { ErrorResponse } from "../../generated/taxfiling-accounts/src/schemas/error-response.js";
import { startTaxfilingServer, type TaxfilingServer } from "../server/taxfiling-server.js";
import { taxfilingCredentials, taxfilingStranger } from "../server/taxfiling/authenticate.js";

let server: TaxfilingServer;
beforeAll(async () => {
  server = await startTaxfilingServer();
});
afterAll(async () => server.close());
beforeEach(() => {
  server.forgetRequests();
  server.other.forgetRequests();
  server.accept(taxfilingCredentials);
});

let accounts = 0;
/** One that is not registered yet. */
const body = () => ({ accounts: [{ id: ++accounts, index: 0, refId: 1, userName: `user-${accounts}`, profileUrl: "", roles: [], permissions: [] } satisfies Account] });

const clientOf = (credentials: ClientOptions["credentials"], options: Partial<ClientOptions> = {}) => createClient({ baseUrl: server.url, credentials, retry: { delay: 1 }, ...options });

const operations = [
  ["sync", batchRegisterAccounts],
  ["async", batchRegisterAccountsAsync],
] as const;

const { bearer, basic, session } = taxfilingCredentials;
const basicText = `Basic ${Buffer.from(`${basic.username}:${basic.password}`).toString("base64")}`;
const ways: readonly (readonly ["bearer" | "basic" | "session", Credentials, { readonly authorization?: string; readonly cookie?: string }])[] = [
  ["bearer", { bearer }, { authorization: `Bearer ${bearer}` }],
  ["basic", { basic }, { authorization: basicText }],
  ["session", { session }, { cookie: `ss-id=${session}` }],
];

/** The headers of the requests that may carry a credential. */
const sent = () => server.requests.map(({ headers: { authorization, cookie } }) => ({ authorization, cookie }));
const tokens = () => server.requests.map(({ headers }) => headers.authorization);

describe.each(operations)("%s", (_, register) => {
  test.each(ways)("%s reaches the server as it must, and nothing else does", async (way, credentials, headers) => {
    const only = await startTaxfilingServer({ signIn: [way] });
    try {
      const client = createClient({ baseUrl: only.url, credentials });
      expect(await register.once(client, { body: body() })).toMatchObject([{ index: 0 }]);
      const [{ url, headers: got } = { url: "", headers: {} }] = only.requests;
      expect({ authorization: got.authorization, cookie: got.cookie }).toEqual({ authorization: undefined, cookie: undefined, ...headers });
      const rest = JSON.stringify({ url, ...got, authorization: "", cookie: "" });
      for (const secret of [bearer, basic.password, basicText, session]) expect(rest).not.toContain(secret);
    } finally {
      await only.close();
    }
  });

  test.each(ways)("%s that is wrong is a typed ApiError", async (way) => {
    const wrong: Credentials = way === "basic" ? { basic: { username: "admin", password: "wrong" } } : way === "bearer" ? { bearer: "wrong" } : { session: "wrong" };
    const result = await register.once.safe(clientOf(wrong), { body: body() });
    if (result.ok || result.error.name !== "ApiError" || result.error.status !== 401) return expect.unreachable();
    expectTypeOf(result.error.body).toEqualTypeOf<ErrorResponse>();
    expect(result.error.body).toMatchObject({ responseStatus: { errorCode: "Unauthorized" } });
    expect(result.error).toBeInstanceOf(ApiError);
    expect(result.error.headers.get("www-authenticate")).toBe("Bearer");
    expect(server.requests).toHaveLength(1);
    expect(JSON.stringify(result.error)).not.toContain("wrong");
  });

  test("someone without the role: 403, and the plain form throws the same error", async () => {
    const client = clientOf({ session: taxfilingStranger.session });
    const result = await register.once.safe(client, { body: body() });
    expect(result).toMatchObject({ ok: false, error: { name: "ApiError", status: 403, body: { responseStatus: { errorCode: "Forbidden" } } } });
    const thrown = await register.once(client, { body: body() }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ApiError);
    expect((thrown as ClientError).message).toBe(result.error?.message);
    expect(await register(client, body().accounts).catch((error: unknown) => error)).toMatchObject({ name: "BulkError", cause: { status: 403 }, result: { unknown: 1 } });
  });

  test("the safe form says what came", async () => {
    const result = await register.once.safe(clientOf({ bearer }), { body: body() });
    if (!result.ok) return expect.unreachable();
    expectTypeOf(result.value).toEqualTypeOf<AccountResponseList>();
    expect(result).toMatchObject({ status: 200, value: [{ index: 0 }] });
    expect(result.headers.get("content-type")).toContain("application/json");
  });

  test("what breaks the description is a ValidationError, and nothing is sent", async () => {
    const broken: readonly unknown[] = [undefined, {}, { accounts: {} }, { accounts: [{}] }, { accounts: [...body().accounts, { ...body().accounts[0], userName: "" }] }];
    for (const value of broken) {
      const result = await register.once.safe(clientOf({ bearer }), { body: value as never });
      expect(result.error).toBeInstanceOf(ValidationError);
      expect(result).toMatchObject({ ok: false, error: { name: "ValidationError", subject: "request" } });
    }
    expect(await register(clientOf({ bearer }), [{} as never])).toMatchObject({ rejected: 1 });
    expect(server.requests).toEqual([]);
  });
});

describe("credentials that a function gives", () => {
  test.each([
    ["at once", (give: () => Credentials) => give],
    ["later", (give: () => Credentials) => async () => Promise.resolve().then(give)],
  ])("%s: after a 401 the new ones are sent", async (_, as) => {
    let token = "expired";
    const client = clientOf(as(() => ({ bearer: token })), { onResponse: ({ status }) => void (token = status === 401 ? bearer : token) });
    expect(await batchRegisterAccounts.once.safe(client, { body: body() })).toMatchObject({ ok: false, error: { status: 401 } });
    expect(await batchRegisterAccounts.once.safe(client, { body: body() })).toMatchObject({ ok: true });
    expect(await batchRegisterAccountsAsync(client, body().accounts)).toMatchObject({ written: 1 });
    expect(tokens()).toEqual(["Bearer expired", `Bearer ${bearer}`, `Bearer ${bearer}`]);
  });

  test("they may be of another kind the next time, and the old ones are gone", async () => {
    const given: Credentials[] = [{ bearer }, { session }, { basic }];
    const client = clientOf(() => given.shift() ?? { bearer: "none" });
    for (let count = 0; count < 3; count++) await batchRegisterAccounts.once(client, { body: body() });
    expect(sent()).toEqual([{ authorization: `Bearer ${bearer}`, cookie: undefined }, { authorization: undefined, cookie: `ss-id=${session}` }, { authorization: basicText, cookie: undefined }]);
  });

  test("before each attempt: a token that expires while a chunk waits is replaced", async () => {
    let asked = 0;
    const client = clientOf(() => ({ bearer: asked++ === 0 ? "expired" : bearer }));
    server.faults.next({ status: 429, retryAfter: "0" });
    expect(await batchRegisterAccounts(client, body().accounts)).toMatchObject({ written: 1 });
    expect(tokens()).toEqual(["Bearer expired", `Bearer ${bearer}`]);
  });

  test("what it throws comes out as it is, and nothing is sent", async () => {
    const failing = new Error("no token");
    for (const give of [() => { throw failing; }, () => Promise.reject(failing)]) {
      await expect(batchRegisterAccounts.once(clientOf(give), { body: body() })).rejects.toBe(failing);
      await expect(batchRegisterAccounts.once.safe(clientOf(give), { body: body() })).rejects.toBe(failing);
      expect(await batchRegisterAccounts(clientOf(give), body().accounts).catch((error: unknown) => error)).toMatchObject({ name: "BulkError", cause: failing });
    }
    expect(server.requests).toEqual([]);
  });

  test("none at all is a TypeError that names what there is", async () => {
    for (const credentials of [{}, undefined, () => ({}), { bearer: undefined }])
      await expect(batchRegisterAccounts.once(clientOf(credentials as never), { body: body() })).rejects.toThrow(new TypeError("the operation asks for the credentials bearer, or basic, or session"));
    expect(server.requests).toEqual([]);
  });
});

describe.each(ways)("%s does not leave the origin", (_way, credentials) => {
  test.each([307, 308] as const)("%i would carry the accounts along, so it is an error", async (status) => {
    server.faults.next({ kind: "redirect", status, to: "other" });
    await expect(batchRegisterAccounts.once(clientOf(credentials), { body: body() })).rejects.toBeInstanceOf(NetworkError);
    expect(server.other.requests).toEqual([]);
  });

  test.each([301, 302, 303] as const)("%i becomes a GET without it", async (status) => {
    server.faults.next({ kind: "redirect", status, to: "other" });
    await batchRegisterAccounts.once.safe(clientOf(credentials), { body: body() });
    expect(server.other.requests.map(({ method, headers, body: text }) => ({ method, authorization: headers.authorization, cookie: headers.cookie, text }))).toEqual([{ method: "GET", text: "" }]);
  });
});
