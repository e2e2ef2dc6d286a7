import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../../../generated/pigello-accounts/src/client.js";
import { describeFile, uploadFile } from "../../../generated/pigello-accounts/src/client-upload.js";
import { bulkWriteOrganizationusers } from "../../../generated/pigello-accounts/src/client/bulk-write-organizationusers.js";
import { createOrganizationuser } from "../../../generated/pigello-accounts/src/client/create-organizationuser.js";
import { deleteOrganizationuser } from "../../../generated/pigello-accounts/src/client/delete-organizationuser.js";
import { getOrganizationuser } from "../../../generated/pigello-accounts/src/client/get-organizationuser.js";
import { inviteOrganizationuser } from "../../../generated/pigello-accounts/src/client/invite-organizationuser.js";
import { listOrganizationusers, paginateOrganizationusers, streamOrganizationusers } from "../../../generated/pigello-accounts/src/client/list-organizationusers.js";
import { updateOrganizationuser } from "../../../generated/pigello-accounts/src/client/update-organizationuser.js";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { rows } from "../support/bulk-rows.js";
import { credentials } from "../support/credentials.js";
import { type ExpandedDescription, expandedDescription, operationsOf } from "./expanded-description.js";
import { type RequestValidator, startRequestValidator } from "./request-validator.js";

let server: PigelloServer;
let description: ExpandedDescription;
let validator: RequestValidator;
const client = () => createClient({ baseUrl: server.url, credentials, retry: { delay: 1 } });

beforeAll(async () => {
  server = await startPigelloServer({ seed: 30, partial: true });
  description = await expandedDescription("pigello-accounts.yaml");
  validator = await startRequestValidator(description);
});
afterAll(async () => {
  await server.close();
  await validator.close();
});

const count = async (items: AsyncIterable<unknown>): Promise<number> => {
  let seen = 0;
  for await (const item of items) seen += item === undefined ? 0 : 1;
  return seen;
};

const hostile = 'Åsa "Ö" 😀 !,+%#&=\n\u2028\\';

const fullBody = {
  detail_access: 2,
  first_name: hostile,
  last_name: "Öberg",
  corporate_name: null,
  custom_id: "!,+%#&",
  email: "asa@example.org",
  birth_date: "1990-02-28",
  active_to: "2030-01-01T00:00:00Z",
  is_active: false,
  external_clients: [],
  organization: null,
} as const;

/** Every way in which the package sends something. */
const useEverything = async (): Promise<void> => {
  const user = await createOrganizationuser(client(), { body: fullBody as never });
  await getOrganizationuser(client(), { pk: user.id });
  await getOrganizationuser.safe(client(), { pk: "å/..?#&+%,!" });
  await updateOrganizationuser(client(), { pk: user.id, body: { detail_access: 0, last_name: hostile } });
  await deleteOrganizationuser(client(), { pk: user.id });
  await inviteOrganizationuser(client());
  await inviteOrganizationuser(client(), { body: { email: "asa@example.org", note: hostile } });
  const listed = await listOrganizationusers(client());
  expect(await count(paginateOrganizationusers(client(), { pageSize: 7, where: { last_name: { not: { isnull: true } } }, order_by: ["-created_at"] }))).toBeGreaterThan(7);
  expect(await count(streamOrganizationusers(client(), { query: { _slim: false } }))).toBe(listed.length);
  expect(await bulkWriteOrganizationusers(client(), rows(25), { chunkSize: 10 })).toMatchObject({ written: 25 });
  expect(await count(bulkWriteOrganizationusers.stream(client(), [{ detail_access: 1, corporate_name: hostile }]))).toBe(1);
  await bulkWriteOrganizationusers.once(client(), { body: [{ detail_access: 1, first_name: "once" }] });
  const picture = new Blob(["picture"]);
  const announced = await createOrganizationuser(client(), { body: { detail_access: 0, first_name: "x", profile_picture: await describeFile('Å "1".png', picture) } });
  await uploadFile(client(), announced.profile_picture, picture);
};

test("every operation of the description is used, in all its forms, and each request is what the description says", async () => {
  await useEverything();
  const verdicts = await Promise.all(server.requests.map((request) => validator.judge(request)));
  expect(verdicts.flatMap(({ problems }, index) => problems.map((problem) => `${server.requests[index]?.method} ${server.requests[index]?.url}: ${problem}`))).toEqual([]);
  const used = new Set(verdicts.map(({ operation }) => operation));
  expect([...used].toSorted()).toEqual(operationsOf(description).map(({ operationId }) => operationId).toSorted());
  // three chunks, the stream and the one request
  expect(verdicts.filter(({ operation }) => operation === "bulkWriteOrganizationusers")).toHaveLength(5);
  expect(verdicts.filter(({ query }) => query["_jsonl"] === true)).toHaveLength(1);
});

test("a request that is sent again is the same one", async () => {
  server.forgetRequests();
  server.faults.next({ status: 503 }, 2);
  await listOrganizationusers(client(), { where: { first_name: "Åsa ,+%#&= 😀" }, page: 1, pageSize: 5 });
  const [first, second, third] = server.requests.map(({ method, url, rawHeaders, body }) => ({ method, url, rawHeaders, body }));
  expect([second, third]).toEqual([first, first]);
  expect(await validator.judge(server.requests[2]!)).toMatchObject({ problems: [] });
});

test("a redirect within the origin keeps all of it", async () => {
  server.forgetRequests();
  server.faults.next({ kind: "redirect", status: 308, to: "same" });
  await createOrganizationuser(client(), { body: { detail_access: 0, first_name: "moved" } });
  const { url = "", ...moved } = server.requests[1] ?? {};
  expect(url).toMatch(/^\/moved\//);
  expect(await validator.judge({ ...(moved as (typeof server.requests)[number]), url: url.slice("/moved".length) })).toMatchObject({ problems: [], operation: "createOrganizationuser" });
});
