import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../../generated/pigello-accounts/src/client.js";
import { createOrganizationuser } from "../../../generated/pigello-accounts/src/client/create-organizationuser.js";
import { listOrganizationusers } from "../../../generated/pigello-accounts/src/client/list-organizationusers.js";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { credentials } from "../support/credentials.js";
import { expandedDescription } from "./expanded-description.js";
import { type RequestValidator, startRequestValidator, type WireRequest } from "./request-validator.js";

/** The validator has to be able to refuse: requests of the client, each with one thing changed. */
let server: PigelloServer;
let validator: RequestValidator;
let listed: WireRequest;
let created: WireRequest;

beforeAll(async () => {
  server = await startPigelloServer({ seed: 3 });
  validator = await startRequestValidator(await expandedDescription("pigello-accounts.yaml"));
  const client = createClient({ baseUrl: server.url, credentials });
  await listOrganizationusers(client, { where: { detail_access: { in: [0, 1] }, last_name: { not: { in: ["a", "b"] } } }, order_by: ["-created_at"], page: 1, pageSize: 5 });
  await createOrganizationuser(client, { body: { detail_access: 1, first_name: "Åsa" } });
  [listed, created] = server.requests as unknown as [WireRequest, WireRequest];
});
afterAll(async () => {
  await server.close();
  await validator.close();
});

const problemsOf = async (request: WireRequest, change: Partial<WireRequest> = {}): Promise<readonly string[]> => (await validator.judge({ ...request, ...change })).problems;

const without = ({ rawHeaders }: WireRequest, name: string): readonly string[] =>
  rawHeaders.filter((_, index) => (rawHeaders[index - (index % 2)] ?? "").toLowerCase() !== name.toLowerCase());

test("what was sent is accepted", async () => {
  expect([await problemsOf(listed), await problemsOf(created)]).toEqual([[], []]);
});

describe("credentials", () => {
  const names = ["CUSTOMER-ID", "APPLICATION-ID", "SERVICE-ID", "SERVICE-VERSION-ID", "CLIENT-CT", "CLIENT-ENTITY", "CLIENT-SECRET"].map((name) => `X-PIGELLO-${name}`);
  test.each(names)("without %s", async (name) => {
    for (const request of [listed, created]) expect(await problemsOf(request, { rawHeaders: without(request, name) })).toEqual([`401 '${name}' header required`]);
  });
});

describe("method and path", () => {
  const list = "/accounts/users/organization/organizationuser/list/";
  test.each<[Partial<WireRequest>, RegExp]>([
    [{ method: "PUT" }, /^405/],
    [{ url: list.slice(0, -1) }, /^404/],
    [{ url: `/v2${list}` }, /^404/],
    [{ url: `${list}?a#b` }, /Unknown query parameter|not encoded/],
  ])("%j", async (change, problem) => {
    expect(await problemsOf(listed, change)).toContainEqual(expect.stringMatching(problem));
  });
});

describe("query", () => {
  test.each([
    ["nothing=1", /Unknown query parameter 'nothing'/],
    ["created_at__near=2026-01-01T00%3A00%3A00Z", /Unknown query parameter/],
    ["is_active%21%21=true", /Unknown query parameter/],
    ["_page_size!!=5", /Unknown query parameter/],
    ["created_at=yesterday", /must match format "date-time"/],
    ["created_at__gte%21=2026-01-01", /must match format "date-time"/],
    ["birth_date__lt=2026-01-01T00%3A00%3A00Z", /must match format "date"/],
    ["id__in=1,2", /id__in\/0 must match format "uuid"/],
    ["is_active=1", /must be boolean/],
    ["email__isnull%21=yes", /must be boolean/],
    ["detail_access__in%21=1.5", /must be integer/],
    ["detail_access__in=0%7C1", /must be integer/],
    ["_order_by=created_at%20last_name", /allowed values/],
    ["tags=x", /must be array/],
    ["tags=%7B%7D", /must be array/],
    ["first_name=a!", /reserved characters/],
    ["first_name=a&first_name=b", /first_name twice|must be string/],
    ["last_name__in=a&last_name__in=b", /last_name__in twice/],
    ["first_name=%c3%85", /not encoded/],
  ])("%s", async (query, problem) => {
    const url = `${listed.url.split("?")[0]}?${query}`;
    expect(await problemsOf(listed, { url })).toContainEqual(expect.stringMatching(problem));
  });
});

describe("headers and body", () => {
  test.each<[string, (request: WireRequest) => Partial<WireRequest>, RegExp]>([
    ["a header nobody declared", ({ rawHeaders }) => ({ rawHeaders: [...rawHeaders, "x-new", "1"] }), /nobody declared the header x-new/],
    ["no content type", (request) => ({ rawHeaders: without(request, "content-type") }), /^415/],
    ["another content type", (request) => ({ rawHeaders: [...without(request, "content-type"), "content-type", "text/plain"] }), /^415/],
    ["no body", (request) => ({ body: "", rawHeaders: without(request, "content-length") }), /^400/],
    ["broken JSON", (request) => ({ body: '{"detail_access":', rawHeaders: without(request, "content-length") }), /^400/],
    ["an array", (request) => ({ body: "[]", rawHeaders: without(request, "content-length") }), /must be object/],
    ["no name", (request) => ({ body: '{"detail_access":1}', rawHeaders: without(request, "content-length") }), /anyOf/],
    ["a text for a number", (request) => ({ body: '{"detail_access":"1","first_name":"x"}', rawHeaders: without(request, "content-length") }), /must be integer/],
    ["a value outside of the enum", (request) => ({ body: '{"detail_access":3,"first_name":"x"}', rawHeaders: without(request, "content-length") }), /allowed values/],
    ["no address", (request) => ({ body: '{"detail_access":1,"first_name":"x","email":"x"}', rawHeaders: without(request, "content-length") }), /format "email"/],
    ["a number with a wrong check digit", (request) => ({ body: '{"detail_access":1,"first_name":"x","org_no":"5566000001"}', rawHeaders: without(request, "content-length") }), /format "luhn"/],
  ])("%s", async (_, change, problem) => {
    expect(await problemsOf(created, change(created))).toContainEqual(expect.stringMatching(problem));
  });
});
