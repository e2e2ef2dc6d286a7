import { createClient as createPigello } from "../../../generated/pigello-accounts/src/client.js";
import { bulkWriteOrganizationusers } from "../../../generated/pigello-accounts/src/client/bulk-write-organizationusers.js";
import { createOrganizationuser } from "../../../generated/pigello-accounts/src/client/create-organizationuser.js";
import { deleteOrganizationuser } from "../../../generated/pigello-accounts/src/client/delete-organizationuser.js";
import { getOrganizationuser } from "../../../generated/pigello-accounts/src/client/get-organizationuser.js";
import { inviteOrganizationuser } from "../../../generated/pigello-accounts/src/client/invite-organizationuser.js";
import { listOrganizationusers, paginateOrganizationusers, streamOrganizationusers } from "../../../generated/pigello-accounts/src/client/list-organizationusers.js";
import { updateOrganizationuser } from "../../../generated/pigello-accounts/src/client/update-organizationuser.js";
import type { CommonOptions } from "../../../generated/pigello-accounts/src/runtime/client/client.js";
import type { CallOptions } from "../../../generated/pigello-accounts/src/runtime/client/exchange.js";
import { createClient as createTaxfiling } from "../../../generated/taxfiling-accounts/src/client.js";
import { batchRegisterAccounts } from "../../../generated/taxfiling-accounts/src/client/batch-register-accounts.js";
import { batchRegisterAccountsAsync } from "../../../generated/taxfiling-accounts/src/client/batch-register-accounts-async.js";
import { taxfilingCredentials } from "../../server/taxfiling/authenticate.js";
import { rows } from "../support/bulk-rows.js";
import { credentials } from "../support/credentials.js";

/** A client of each package. */
export interface Clients {
  readonly pigello: ReturnType<typeof createPigello>;
  readonly taxfiling: ReturnType<typeof createTaxfiling>;
  /** A user that is there. */
  readonly pk: string;
}

/** How an operation behaves when something goes wrong: it is repeated, or sent once; a bulk write tells it item by item. */
export type Kind = "repeated" | "once" | "stream" | "bulk";

export interface OperationCase {
  readonly name: string;
  readonly api: "pigello" | "taxfiling";
  readonly kind: Kind;
  /** Of an answer that is fine. */
  readonly status: number;
  readonly run: (clients: Clients, options: CallOptions) => Promise<unknown>;
}

export const clientsOf = (baseUrl: string, options: CommonOptions = {}, pk = "1"): Clients => ({
  pigello: createPigello({ baseUrl, credentials, retry: { delay: 1 }, ...options }),
  taxfiling: createTaxfiling({ baseUrl, credentials: { bearer: taxfilingCredentials.bearer }, retry: { delay: 1 }, ...options }),
  pk,
});

const all = async (items: AsyncIterable<unknown>): Promise<readonly unknown[]> => {
  const seen: unknown[] = [];
  for await (const item of items) seen.push(item);
  return seen;
};

const user = { detail_access: 1, first_name: "Åsa" } as const;
const accounts = ["a", "b"].map((userName, index) => ({ id: index + 1, index, refId: 1, userName, profileUrl: "", roles: [], permissions: [] }));

const pigello = (kind: Kind, name: string, status: number, run: OperationCase["run"]): OperationCase => ({ name, api: "pigello", kind, status, run });
const taxfiling = (kind: Kind, name: string, run: OperationCase["run"]): OperationCase => ({ name, api: "taxfiling", kind, status: 200, run });

/** Everything that sends a request; a bulk write sends two items in one. */
export const operations: readonly OperationCase[] = [
  pigello("repeated", "listOrganizationusers", 200, ({ pigello: client }, options) => listOrganizationusers(client, options)),
  pigello("repeated", "paginateOrganizationusers", 200, ({ pigello: client }, options) => all(paginateOrganizationusers(client, options))),
  pigello("stream", "streamOrganizationusers", 200, ({ pigello: client }, options) => all(streamOrganizationusers(client, options))),
  pigello("repeated", "getOrganizationuser", 200, ({ pigello: client, pk }, options) => getOrganizationuser(client, { ...options, pk })),
  pigello("repeated", "deleteOrganizationuser", 204, ({ pigello: client, pk }, options) => deleteOrganizationuser(client, { ...options, pk })),
  pigello("once", "createOrganizationuser", 201, ({ pigello: client }, options) => createOrganizationuser(client, { ...options, body: user })),
  pigello("once", "updateOrganizationuser", 200, ({ pigello: client, pk }, options) => updateOrganizationuser(client, { ...options, pk, body: user })),
  pigello("once", "inviteOrganizationuser", 201, ({ pigello: client }, options) => inviteOrganizationuser(client, { ...options, body: { email: "asa@example.org" } })),
  pigello("bulk", "bulkWriteOrganizationusers", 201, ({ pigello: client }, { validate: _, ...options }) => bulkWriteOrganizationusers(client, rows(2), options)),
  pigello("once", "bulkWriteOrganizationusers.once", 201, ({ pigello: client }, options) => bulkWriteOrganizationusers.once(client, { ...options, body: [...rows(2)] })),
  taxfiling("bulk", "batchRegisterAccounts", ({ taxfiling: client }, { validate: _, ...options }) => batchRegisterAccounts(client, accounts, options)),
  taxfiling("once", "batchRegisterAccounts.once", ({ taxfiling: client }, options) => batchRegisterAccounts.once(client, { ...options, body: { accounts } })),
  taxfiling("bulk", "batchRegisterAccountsAsync", ({ taxfiling: client }, { validate: _, ...options }) => batchRegisterAccountsAsync(client, accounts, options)),
  taxfiling("once", "batchRegisterAccountsAsync.once", ({ taxfiling: client }, options) => batchRegisterAccountsAsync.once(client, { ...options, body: { accounts } })),
];
