import { afterEach, beforeEach, expect, expectTypeOf, test } from "vitest";
import { createClient } from "../../generated/pigello-accounts/src/client.js";
import { bulkWriteOrganizationusers } from "../../generated/pigello-accounts/src/client/bulk-write-organizationusers.js";
import { BulkError } from "../../generated/pigello-accounts/src/runtime/client/bulk/result.js";
import type { OrganizationuserRead } from "../../generated/pigello-accounts/src/schemas/organizationuser-read.js";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { rows } from "./support/bulk-rows.js";
import { credentials } from "./support/credentials.js";

let server: PigelloServer;
beforeEach(async () => {
  server = await startPigelloServer();
});
afterEach(async () => server.close());

const client = () => createClient({ baseUrl: server.url, credentials, retry: false });

test("the result, where there is one", async () => {
  const outcome = await bulkWriteOrganizationusers.safe(client(), rows(3), { chunkSize: 2 });
  if (!outcome.ok) return expect.unreachable();
  expectTypeOf(outcome.value.results[0]).toExtend<{ readonly status: string } | undefined>();
  expect(outcome.value).toMatchObject({ written: 3, rejected: 0, unknown: 0 });
});

test("an early end, with what was done until then", async () => {
  server.faults.choose(({ body }) => (body.includes("row-2") ? { status: 401 } : undefined));
  const outcome = await bulkWriteOrganizationusers.safe(client(), rows(5), { chunkSize: 2, concurrency: 1 });
  if (outcome.ok || !(outcome.error instanceof BulkError)) return expect.unreachable();
  const { result } = outcome.error as BulkError<OrganizationuserRead>;
  expect(result.results.map(({ status }) => status)).toEqual(["written", "written", "unknown", "unknown"]);
});

test("wrong use still throws", async () => {
  await expect(bulkWriteOrganizationusers.safe(client(), rows(1), { chunkSize: 0 })).rejects.toThrow(RangeError);
});
