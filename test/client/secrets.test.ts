import { inspect } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../../generated/pigello-accounts/src/client.js";
import { createOrganizationuser } from "../../generated/pigello-accounts/src/client/create-organizationuser.js";
import { listOrganizationusers } from "../../generated/pigello-accounts/src/client/list-organizationusers.js";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { credentials } from "./support/credentials.js";

let server: PigelloServer;
beforeAll(async () => {
  server = await startPigelloServer({ seed: 3 });
});
afterAll(async () => server.close());

const secrets = Object.values(credentials);

/** Everything that a program could print of a value. */
const printed = (value: unknown): string => {
  const shown = [inspect(value, { depth: 20, showHidden: true, getters: true }), String(value), JSON.stringify(value) ?? ""];
  return value instanceof Error ? [...shown, value.stack ?? "", printed(value.cause ?? "")].join("\n") : shown.join("\n");
};

const tells = (value: unknown): readonly string[] => secrets.filter((secret) => printed(value).includes(secret));

test("a client tells its address and nothing else", () => {
  const client = createClient({ baseUrl: server.url, credentials });
  expect(tells(client)).toEqual([]);
  expect(JSON.parse(JSON.stringify({ client }))).toEqual({ client: { baseUrl: server.url } });
  expect(Object.keys(client)).toEqual([]);
});

test("hooks see no secret", async () => {
  const seen: unknown[] = [];
  const client = createClient({
    baseUrl: server.url,
    credentials,
    headers: { "x-api-key": "my-own-key", "x-trace": "7" },
    onRequest: (request) => seen.push(request, [...request.headers]),
    onResponse: (response) => seen.push(response, [...response.responseHeaders]),
  });
  await listOrganizationusers(client, { page: 1, pageSize: 1 });
  expect(seen).toHaveLength(4);
  expect(tells(seen)).toEqual([]);
  expect(printed(seen)).not.toContain("my-own-key");
  expect(printed(seen)).toContain("'x-trace'");
  expect(seen[2]).toMatchObject({ operation: "listOrganizationusers", method: "GET", status: 200, attempt: 1 });
  expect(server.requests.at(-1)?.headers["x-pigello-client-secret"]).toBe(credentials.clientSecret);
});

test("errors tell no secret, not even one that the server repeats", async () => {
  const client = createClient({ baseUrl: server.url, credentials, retry: false });
  server.faults.next({ status: 403, body: JSON.stringify({ detail: `${credentials.clientSecret} is not welcome` }), contentType: "application/json", headers: { "set-cookie": "session=abc", "x-request-id": `r-1 ${credentials.clientSecret}`, "x-echo": credentials.customerId } });
  const refused = await listOrganizationusers.safe(client);
  expect(refused).toMatchObject({ ok: false, error: { status: 403, body: { detail: "[secret] is not welcome" }, requestId: "r-1 [secret]" } });
  expect(tells(refused)).toEqual([]);
  expect(printed(refused)).not.toContain("session=abc");
  for (const kind of ["reset", "half"] as const) {
    server.faults.next({ kind });
    expect(tells(await listOrganizationusers.safe(client))).toEqual([]);
  }
  expect(tells(await createOrganizationuser.safe(client, { body: {} as never }))).toEqual([]);
});

test("credentials that were changed in place, and no others, are the ones that are sent", async () => {
  const own: { -readonly [Key in keyof typeof credentials]: string } = { ...credentials };
  const client = createClient({ baseUrl: server.url, credentials: own, retry: false });
  await listOrganizationusers(client, { page: 1, pageSize: 1 });
  own.clientSecret = "another-secret-9";
  server.faults.next({ status: 401, body: "another-secret-9" });
  const refused = await listOrganizationusers.safe(client);
  expect(server.requests.at(-1)?.headers["x-pigello-client-secret"]).toBe("another-secret-9");
  expect(printed(refused)).not.toContain("another-secret-9");
});

test("what the platform says of a fetch is told without secrets", async () => {
  const failing = (message: string) => createClient({ baseUrl: server.url, credentials, retry: false, fetch: () => Promise.reject(new Error(message)) });
  const result = await listOrganizationusers.safe(failing(`cannot send ${credentials.clientSecret} to ${credentials.customerId}`));
  expect(result).toMatchObject({ error: { name: "NetworkError" } });
  expect(tells(result)).toEqual([]);
});

test("a credential that no header takes is refused by its name", async () => {
  const client = createClient({ baseUrl: server.url, credentials: { ...credentials, clientSecret: "line\nbreak" } });
  const error = await listOrganizationusers(client).catch((one: unknown) => one);
  expect(printed(error)).toContain("clientSecret");
  expect(printed(error)).not.toContain("break");
});

test("credentials that change are asked for before each attempt", async () => {
  let asked = 0;
  const client = createClient({ baseUrl: server.url, retry: { delay: 1 }, credentials: () => Promise.resolve({ ...credentials, clientSecret: ++asked === 1 ? "old" : credentials.clientSecret }) });
  server.faults.next({ status: 503 });
  expect(await listOrganizationusers(client, { page: 1, pageSize: 1 })).toHaveLength(1);
  expect(asked).toBe(2);
});

test("missing credentials are named", async () => {
  const client = createClient({ baseUrl: server.url, credentials: { customerId: "1" } as never });
  await expect(listOrganizationusers(client)).rejects.toThrow(/customerId and applicationId and .* clientSecret/);
});

test.each(["ftp://example.org", "example.org", "https://user:password@example.org", "https://example.org?key=1"])("%s is no base address", (baseUrl) => {
  expect(() => createClient({ baseUrl, credentials })).toThrow(TypeError);
});

test("the environment is one of the described ones", () => {
  expect(createClient({ credentials }).baseUrl).toBe("https://dev.api.pigello.io");
  expect(createClient({ credentials, environment: "api" }).baseUrl).toBe("https://api.pigello.io");
  expect(() => createClient({ credentials, environment: "evil.example/" as never })).toThrow(/environment must be one of api, dev.api/);
});
