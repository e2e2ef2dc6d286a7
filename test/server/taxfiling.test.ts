import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { rawRequest, type RawAnswer } from "./support/raw-request.js";
import { taxfilingCredentials, taxfilingStranger } from "./taxfiling/authenticate.js";
import { parseIsoDuration } from "./taxfiling/iso-duration.js";
import { parseMsDate } from "./taxfiling/ms-date.js";
import { startTaxfilingServer, type TaxfilingServer } from "./taxfiling-server.js";

type Result = Readonly<Record<string, unknown>> & { readonly account?: Readonly<Record<string, unknown>> };

const path = "/async/accounts/batch";

const account = (index: number, more: object = {}): object => ({
  id: 0,
  index,
  refId: 7,
  userName: `user-${index}`,
  profileUrl: "https://example.org",
  roles: ["Åsa"],
  permissions: [],
  ...more,
});

let server: TaxfilingServer;
beforeEach(async () => {
  server = await startTaxfilingServer();
});
afterEach(() => server.close());

const bearer = { authorization: `Bearer ${taxfilingCredentials.bearer}`, "content-type": "application/json" };

const post = (body: string, headers: Readonly<Record<string, string>> = {}, to = server): Promise<RawAnswer> =>
  rawRequest(to.url, path, { method: "POST", headers: { ...bearer, ...headers }, body });

const register = async (accounts: readonly object[], to = server): Promise<readonly Result[]> =>
  JSON.parse((await post(JSON.stringify({ accounts }), {}, to)).text) as readonly Result[];

describe("signing in", () => {
  const basic = ({ username, password }: { readonly username: string; readonly password: string }): string =>
    `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;

  test.each([
    ["nothing", {}, 401],
    ["a token", { authorization: `Bearer ${taxfilingCredentials.bearer}` }, 200],
    ["a wrong token", { authorization: "Bearer x" }, 401],
    ["a password", { authorization: basic(taxfilingCredentials.basic) }, 200],
    ["a wrong password", { authorization: basic({ username: "admin", password: "x" }) }, 401],
    ["a session", { cookie: `ss-pid=x; ss-id=${taxfilingCredentials.session}` }, 200],
    ["a wrong session", { cookie: "ss-id=x" }, 401],
    ["someone without the role", { authorization: `Bearer ${taxfilingStranger.bearer}` }, 403],
  ])("by %s", async (_, headers, status) => {
    const answer = await rawRequest(server.url, path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: '{"accounts":[]}' });
    expect(answer.status).toBe(status);
    if (status !== 200) expect(JSON.parse(answer.text)).toHaveProperty("responseStatus.errorCode");
  });

  test("some ways can be switched off", async () => {
    const own = await startTaxfilingServer({ signIn: ["session"] });
    expect((await post('{"accounts":[]}', {}, own)).status).toBe(401);
    await own.close();
  });
});

describe("registering", () => {
  const dates = { createdDate: "/Date(1609459200000+0100)/", lockedDate: null, birthDate: "/Date(-86400000-0000)/" };

  test("keeps milliseconds and kinds, and answers them with escaped slashes", async () => {
    const { text } = await post(JSON.stringify({ accounts: [account(0, dates)] }).replaceAll("/Date", "\\/Date").replaceAll(')/"', ')\\/"'));
    expect(text).toContain('"createdDate":"\\/Date(1609459200000+0000)\\/"');
    expect(text).toContain('"modifiedDate":"\\/Date(-62135596800000-0000)\\/"');
    expect(text).not.toContain("null");
    expect(text).not.toContain("lockedDate");
    expect(server.sql('SELECT "createdDate", "birthDate", "birthDate_kind", "lockedDate" FROM account')).toEqual([
      { createdDate: 1_609_459_200_000, birthDate: -86_400_000, birthDate_kind: "unspecified", lockedDate: null },
    ]);
    expect(server.rows()[0]).toMatchObject({ roles: ["Åsa"], invalidLoginAttempts: 0, meta: null });
  });

  test("answers what the description says", async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    const spec = parse(readFileSync(fileURLToPath(new URL("../../spec/taxfiling-accounts.yaml", import.meta.url)), "utf8")) as object;
    const formats = { "ms-date": (text: string) => parseMsDate(text) !== undefined, "iso-duration": (text: string) => parseIsoDuration(text) !== undefined };
    ajv.addFormat("ms-date", formats["ms-date"]).addFormat("iso-duration", formats["iso-duration"]);
    for (const plain of ["int32", "int64", "password"]) ajv.addFormat(plain, true);
    const validate = ajv.addSchema(spec, "https://description.invalid/t").compile({ $ref: "https://description.invalid/t#/components/schemas/AccountResponseList" });
    const results = await register([account(0, { ...dates, meta: { a: "b" } }), account(1), account(2, { userName: "" }), account(3), account(4)]);
    validate(results);
    expect(validate.errors ?? []).toEqual([]);
    expect(results).toHaveLength(5);
  });

  test("fails single accounts without stopping the others", async () => {
    const results = await register([account(3), account(1, { userName: " " }), account(2, { userName: "user-3" }), account(0, { userName: "ok", roles: null })]);
    expect(results.map(({ index, responseStatus }) => [index, responseStatus])).toEqual([
      [3, undefined],
      [1, {
        errorCode: "NotEmpty",
        message: "'User Name' should not be empty.",
        errors: [{ errorCode: "NotEmpty", fieldName: "UserName", message: "'User Name' should not be empty." }],
      }],
      [2, expect.objectContaining({ errorCode: "AlreadyExists", errors: [expect.objectContaining({ fieldName: "UserName" })] })],
      [0, expect.objectContaining({ errorCode: "NotNull", errors: [expect.objectContaining({ fieldName: "Roles" })] })],
    ]);
    expect(server.rows()).toHaveLength(1);
    expect((await register([account(3)]))[0]).toHaveProperty("responseStatus.errorCode", "AlreadyExists");
  });

  test("can answer in another order", async () => {
    const own = await startTaxfilingServer({ order: "reversed" });
    expect((await register([account(0), account(1)], own)).map(({ index }) => index)).toEqual([1, 0]);
    await own.close();
  });

  test.each([
    ["{", "SerializationException"],
    ["[]", "SerializationException"],
    ['{"Accounts":[]}', "SerializationException"],
    ["{}", "NotNull"],
    ['{"accounts":{}}', "SerializationException"],
    [JSON.stringify({ accounts: [account(0), account(1, { createdDate: "2021-01-01T00:00:00Z" })] }), "SerializationException"],
    [JSON.stringify({ accounts: [account(0, { createdDate: null })] }), "SerializationException"],
    [JSON.stringify({ accounts: [account(2 ** 31)] }), "SerializationException"],
    [JSON.stringify({ accounts: [account(0, { UserName: "x" })] }), "SerializationException"],
  ])("%s is refused as a whole", async (body, errorCode) => {
    const { status, text } = await post(body);
    expect([status, JSON.parse(text)]).toMatchObject([400, { responseStatus: { errorCode } }]);
    expect(server.rows()).toEqual([]);
  });

  test("only by POST, at two paths", async () => {
    const status = async (method: string, target: string): Promise<number> => (await rawRequest(server.url, target, { method, headers: bearer, body: '{"accounts":[]}' })).status;
    expect([await status("POST", "/sync/accounts/batch"), await status("PUT", path), await status("POST", `${path}/`)]).toEqual([200, 405, 404]);
  });
});

describe("formats", () => {
  const body = JSON.stringify({ accounts: [account(0), account(1, { userName: "" })] });
  const lines = { "content-type": "text/jsonl; charset=utf-8", accept: "text/jsonl, application/json;q=0.5" };

  test("a request in JSON Lines is one object in one line", async () => {
    expect((await post(`${body}\n`, lines)).status).toBe(200);
    expect((await post(JSON.stringify(JSON.parse(body), null, 2), lines)).status).toBe(400);
    expect((await post(body, { "content-type": "text/csv" })).status).toBe(400);
  });

  test("an answer in JSON Lines has one result per line", async () => {
    const { headers, text } = await post(body, lines);
    expect(headers["content-type"]).toBe("text/jsonl; charset=utf-8");
    expect(text.trimEnd().split("\n").map((line) => (JSON.parse(line) as Result)["index"])).toEqual([0, 1]);
  });

  test("or, as in the documented sample, is an array", async () => {
    const own = await startTaxfilingServer({ jsonl: "array" });
    const { headers, text } = await post(body, lines, own);
    expect(headers["content-type"]).toBe("text/jsonl; charset=utf-8");
    expect((JSON.parse(text) as readonly Result[]).map(({ index }) => index)).toEqual([0, 1]);
    await own.close();
  });

  test("JSON is answered to whoever prefers it or says nothing", async () => {
    const types = await Promise.all(["application/json, text/jsonl;q=0.5", "*/*", "text/jsonl;q=0"].map((accept) => post(body, { accept })));
    expect(types.map(({ headers }) => headers["content-type"])).toEqual(Array(3).fill("application/json; charset=utf-8"));
  });
});

test("faults come in ServiceStack's form", async () => {
  server.faults.next({ status: 500 });
  expect(JSON.parse((await post("{}")).text)).toEqual({ responseStatus: { errorCode: "Fault500", message: "Fault 500." } });
});
