import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../generated/pigello-accounts/src/client.js";
import { createOrganizationuser } from "../../generated/pigello-accounts/src/client/create-organizationuser.js";
import { deleteOrganizationuser } from "../../generated/pigello-accounts/src/client/delete-organizationuser.js";
import { getOrganizationuser } from "../../generated/pigello-accounts/src/client/get-organizationuser.js";
import { listOrganizationusers } from "../../generated/pigello-accounts/src/client/list-organizationusers.js";
import { updateOrganizationuser } from "../../generated/pigello-accounts/src/client/update-organizationuser.js";
import { ApiError, NetworkError, TimeoutError, ValidationError } from "../../generated/pigello-accounts/src/runtime/client/errors.js";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { credentials } from "./support/credentials.js";

let server: PigelloServer;
const clientOf = (options: Partial<Parameters<typeof createClient>[0]> = {}) =>
  createClient({ baseUrl: server.url, credentials, retry: { delay: 1 }, ...options });

beforeAll(async () => {
  server = await startPigelloServer();
});
afterAll(async () => server.close());

describe("operations", () => {
  test("a list with filters, order and pages is what SQL says", async () => {
    const users = await listOrganizationusers(clientOf(), { where: { last_name: { icontains: "berg" } }, order_by: ["-created_at"], page: 1, pageSize: 10 });
    const rows = server.sql("SELECT id FROM organizationuser WHERE last_name LIKE '%berg%' ORDER BY created_at DESC, id LIMIT 10");
    expect(users.length).toBeGreaterThan(0);
    expect(users.length).toBe(rows.length);
  });

  test("one user is created, read, changed and deleted", async () => {
    const client = clientOf({ validate: "strict" });
    const made = await createOrganizationuser(client, { body: { detail_access: 1, first_name: "Åsa + 100 %" } });
    expect(made).toMatchObject({ first_name: "Åsa + 100 %" });
    const { id } = made;
    expect(await getOrganizationuser(client, { pk: id })).toEqual(made);
    expect(await updateOrganizationuser(client, { pk: id, body: { detail_access: 2, last_name: "Öberg" } })).toMatchObject({ last_name: "Öberg", detail_access: 2 });
    expect(await deleteOrganizationuser(client, { pk: id })).toBeUndefined();
    const gone = await getOrganizationuser.safe(client, { pk: id });
    expect(gone).toMatchObject({ ok: false, error: { status: 404 } });
  });
});

describe("before anything is sent", () => {
  test("what breaks a rule is a ValidationError with the fields", async () => {
    server.forgetRequests();
    const error = await createOrganizationuser(clientOf(), { body: { detail_access: 0 } as never }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ subject: "request", issues: [{ code: "atLeastOne", path: ["body"], fields: ["first_name", "last_name", "corporate_name"] }] });
    expect(server.requests).toEqual([]);
  });

  test.each([
    [{ where: { last_name: { near: "x" } } }, ["where"]],
    [{ query: { _page: 1 } }, []],
    [{ query: { nothing: 1 } }, ["nothing"]],
    [{ where: { created_at: "yesterday" } }, ["created_at"]],
  ])("%j", async (options, path) => {
    server.forgetRequests();
    const result = await listOrganizationusers.safe(clientOf(), options as never);
    expect(result.ok ? undefined : result.error).toMatchObject({ name: "ValidationError", issues: [{ path }] });
    expect(server.requests).toEqual([]);
  });

  test("a path that would lead elsewhere", async () => {
    server.forgetRequests();
    for (const pk of ["", ".", ".."]) await expect(getOrganizationuser(clientOf(), { pk })).rejects.toBeInstanceOf(ValidationError);
    expect(server.requests).toEqual([]);
    expect((await getOrganizationuser.safe(clientOf(), { pk: "a/../b?c#d%" })).ok).toBe(false);
    expect(server.requests[0]?.url).toBe("/accounts/users/organization/organizationuser/a%2F..%2Fb%3Fc%23d%25/");
  });
});

describe("faults", () => {
  test.each(["1", new Date(Date.now() + 900).toUTCString()])("429 with Retry-After %s is waited for", async (retryAfter) => {
    server.faults.next({ status: 429, retryAfter });
    expect((await listOrganizationusers(clientOf(), { page: 1, pageSize: 5 })).length).toBe(5);
  });

  test.each([500, 503])("%i is tried again, a POST is not", async (status) => {
    server.faults.next({ status });
    expect((await listOrganizationusers(clientOf(), { page: 1, pageSize: 5 })).length).toBe(5);
    server.faults.next({ status });
    const error = await createOrganizationuser(clientOf(), { body: { detail_access: 0, first_name: "x" } }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status });
  });

  test.each(["half", "reset"] as const)("%s is a NetworkError for a POST, and tried again for a GET", async (kind) => {
    server.faults.next({ kind });
    expect((await listOrganizationusers(clientOf(), { page: 1, pageSize: 5 })).length).toBe(5);
    server.faults.next({ kind });
    await expect(createOrganizationuser(clientOf(), { body: { detail_access: 0, first_name: "x" } })).rejects.toBeInstanceOf(NetworkError);
  });

  test("no answer in time", async () => {
    server.faults.next({ kind: "hang" });
    await expect(listOrganizationusers(clientOf({ timeout: 50, retry: false }))).rejects.toBeInstanceOf(TimeoutError);
    server.faults.next({ status: 429, retryAfter: "60" });
    await expect(listOrganizationusers(clientOf({ deadline: 500 }))).rejects.toMatchObject({ status: 429 });
  });

  test("the caller's signal", async () => {
    server.faults.next({ kind: "hang" });
    const controller = new AbortController();
    const going = listOrganizationusers(clientOf(), { signal: controller.signal });
    await server.when(({ activeRequests }) => activeRequests > 0);
    controller.abort(new Error("enough"));
    await expect(going).rejects.toMatchObject({ name: "AbortError", cause: new Error("enough") });
  });

  test.each([301, 302, 303, 307, 308] as const)("%i to another origin carries no credential", async (status) => {
    server.faults.next({ kind: "redirect", status, to: "other" });
    server.other.forgetRequests();
    await listOrganizationusers.safe(clientOf({ retry: false }));
    expect(server.other.requests).toHaveLength(1);
    const sent = JSON.stringify(server.other.requests);
    for (const secret of Object.values(credentials)) expect(sent).not.toContain(secret);
  });
});
