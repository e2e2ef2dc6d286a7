// A process of its own that imports rows and can be killed: node bulk-import.mjs '{"baseUrl": …}'
import { createClient } from "../../../generated/pigello-accounts/src/client.js";
import { bulkWriteOrganizationusers } from "../../../generated/pigello-accounts/src/client/bulk-write-organizationusers.js";
import { createFileJournal } from "../../../generated/pigello-accounts/src/file-journal.js";
import { row } from "./bulk-rows.js";
import { credentials } from "./credentials.js";

interface Job {
  readonly baseUrl: string;
  readonly journal: string;
  readonly count: number;
}

const { baseUrl, journal, count } = JSON.parse(process.argv[2] ?? "{}") as Job;

const source = async function* () {
  for (let index = 0; index < count; index++) yield row(index);
};

const { results } = await bulkWriteOrganizationusers(createClient({ baseUrl, credentials }), source(), {
  chunkSize: 10,
  concurrency: 3,
  journal: createFileJournal(journal, { durable: false }),
  // the test sees where the import is
  onProgress: () => process.stdout.write("."),
});
process.stdout.write(`\n${results.map(({ status }) => status.charAt(0)).join("")}`);
