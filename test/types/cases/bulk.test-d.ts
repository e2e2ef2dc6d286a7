import { createFileJournal } from "pigello-accounts/file-journal";
import { type ApiClient, BulkError, type BulkItemResult, type BulkResult, bulkWriteOrganizationusers, type OrganizationuserRead, type OrganizationuserWrite } from "pigello-accounts";
import { type Account, type AccountResponse, batchRegisterAccounts, type ClientError } from "taxfiling-accounts";
import { expectTypeOf } from "vitest";

declare const client: ApiClient;
declare const taxfiling: Parameters<typeof batchRegisterAccounts>[0];
declare const users: readonly OrganizationuserWrite[];
declare const accounts: AsyncIterable<Account>;

expectTypeOf(bulkWriteOrganizationusers(client, users)).toEqualTypeOf<Promise<BulkResult<OrganizationuserRead>>>();
expectTypeOf((await batchRegisterAccounts(taxfiling, accounts)).written).toEqualTypeOf<number>();
void bulkWriteOrganizationusers(client, new Set(users), {
  chunkSize: 10,
  concurrency: 4,
  isolate: false,
  validate: "off",
  resume: "resend",
  timeout: 1000,
  retry: { unsafe: true },
  journal: createFileJournal("import.journal"),
  onProgress: ({ done, total }) => console.log(done, total ?? "?"),
});
void bulkWriteOrganizationusers(client, users, { journal: { read: () => ["line"], append: () => undefined } });

// @ts-expect-error no name at all, inside of the items
void bulkWriteOrganizationusers(client, [{ detail_access: 0 }]);

// @ts-expect-error items of another operation
void bulkWriteOrganizationusers(client, accounts);

// @ts-expect-error one item is no items
void batchRegisterAccounts(taxfiling, { id: 1, index: 0, refId: 7, userName: "a", profileUrl: "", roles: [], permissions: [] });

// @ts-expect-error what becomes of answers is chosen for the client
void bulkWriteOrganizationusers(client, users, { validate: "strict" });

// @ts-expect-error the items are the body
void bulkWriteOrganizationusers(client, users, { body: users });

// @ts-expect-error what is sent again belongs to retryFailed
void bulkWriteOrganizationusers(client, users, { which: "both" });

// @ts-expect-error a journal also reads
void bulkWriteOrganizationusers(client, users, { journal: { append: () => undefined } });

export const read = (one: BulkItemResult<OrganizationuserRead>): unknown => {
  // @ts-expect-error only what was written has a value
  void one.value;
  if (one.status === "rejected") return one.issues[0]?.path;
  if (one.status === "unknown") return expectTypeOf(one.applied).toEqualTypeOf<"maybe" | "no">();
  // @ts-expect-error a journal keeps no values
  void one.value.id;
  return one.fromJournal === true ? one.value : one.value.id;
};

for await (const one of batchRegisterAccounts.stream(taxfiling, accounts)) {
  expectTypeOf(one.index).toEqualTypeOf<number>();
  if (one.status === "written" && one.fromJournal === undefined) expectTypeOf(one.value).toEqualTypeOf<AccountResponse>();
}

declare const result: BulkResult<OrganizationuserRead>;
declare const other: BulkResult<AccountResponse>;
expectTypeOf(bulkWriteOrganizationusers.retryFailed(client, users, result, { which: "both" })).toEqualTypeOf<Promise<BulkResult<OrganizationuserRead>>>();

// @ts-expect-error the result of another operation
void bulkWriteOrganizationusers.retryFailed(client, users, other);

void bulkWriteOrganizationusers.once(client, { body: [{ detail_access: 0, first_name: "Ada" }] });

// @ts-expect-error one request takes its body among the options
void bulkWriteOrganizationusers.once(client, [{ detail_access: 0, first_name: "Ada" }]);

export const failed = (error: unknown): ClientError | number => (error instanceof BulkError ? error.result.written : (error as ClientError));
