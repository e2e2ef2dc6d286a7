// Imports a CSV of users: node examples/import-users.mjs users.csv
import process from "node:process";
import { bulkWriteOrganizationusers } from "pigello-accounts";
import { createFileJournal } from "pigello-accounts/file-journal";
import { createProgressBar } from "./support/create-progress-bar.mjs";
import { importHelp, importSettings } from "./support/import-settings.mjs";
import { onInterrupt } from "./support/on-interrupt.mjs";
import { openRejectFile } from "./support/open-reject-file.mjs";
import { countRows, readCsv } from "./support/read-csv.mjs";
import { runProgram, say, told, WrongUse } from "./support/run-program.mjs";
import { readUserColumns } from "./support/user-columns.mjs";

/**
 * @import { BulkItemResult, OrganizationuserWrite } from "pigello-accounts"
 * @import { CsvRow } from "./support/read-csv.mjs"
 * @import { RejectFile } from "./support/open-reject-file.mjs"
 * @import { ProgressBar } from "./support/create-progress-bar.mjs"
 * @import { UserColumns } from "./support/user-columns.mjs"
 */

const interrupted = new Error("interrupted");

/** After this many requests in a row without an answer, the next one will hardly get one. */
const patience = 3;

/**
 * @typedef {object} Source
 * @property {AsyncIterable<CsvRow>} rows
 * @property {UserColumns} columns
 * @property {number | undefined} total
 *
 * @typedef {object} Ends
 * @property {AbortController} reading Nothing more is read; what is on its way is awaited.
 * @property {AbortController} sending
 */

/**
 * The rows below the header. A file is read twice, so that the total is known, and what is no CSV is found before anything
 * is sent; standard input cannot be.
 * @type {(settings: ReturnType<typeof importSettings>, signal: AbortSignal) => Promise<Source>}
 */
const openSource = async ({ file, renamed, delimiter, encoding }, signal) => {
  const format = { delimiter, encoding, signal };
  const total = file === "-" ? undefined : await countRows(file, format);
  const rows = readCsv(file, format);
  const first = await rows.next();
  if (first.done === true) throw new WrongUse(`${file} is empty: it needs a line with the names of the columns`);
  return { rows, columns: readUserColumns(first.value.cells, renamed), total };
};

/**
 * Writes the users, and what was not written into the reject file. Gives the counts, and why it ended early where it did.
 * @param {ReturnType<typeof importSettings>} settings
 * @param {Source} source
 * @param {{ rejects: RejectFile, bar: ProgressBar, ends: Ends }} parts
 */
const write = async ({ client, journal, bulk }, { rows, columns, total }, { rejects, bar, ends }) => {
  const counts = { written: 0, rejected: 0, unknown: 0 };
  /** @type {CsvRow[]} Read, and without a result yet: no more than the requests on their way hold. */
  const waiting = [];
  const users = async function* () {
    for await (const row of rows) {
      waiting.push(row);
      // what is no user is refused by the validator
      yield /** @type {OrganizationuserWrite} */ (columns.userOf(row.cells));
    }
  };
  let unanswered = 0;
  /** @type {(result: BulkItemResult<unknown>) => Promise<void>} */
  const keep = async (result) => {
    const row = waiting.shift();
    counts[result.status] += 1;
    if (row !== undefined && result.status !== "written") await rejects.add(row, result);
    unanswered = result.status === "unknown" && result.fromJournal === undefined ? unanswered + 1 : 0;
    if (unanswered >= patience * bulk.chunkSize) ends.reading.abort(new Error("the server does not answer"));
  };
  const options = {
    ...bulk,
    journal: createFileJournal(journal),
    signal: ends.sending.signal,
    retry: { attempts: 5 },
    onProgress: (/** @type {import("pigello-accounts").BulkProgress} */ progress) => bar.show({ ...progress, ...(total === undefined ? {} : { total }) }),
  };
  try {
    for await (const result of bulkWriteOrganizationusers.stream(client, users(), options)) await keep(result);
    return { counts };
  } catch (error) {
    return { counts, cause: ends.reading.signal.aborted ? ends.reading.signal.reason : error };
  }
};

/** @param {string[]} args */
const main = async (args) => {
  const settings = importSettings(args);
  const ends = { reading: new AbortController(), sending: new AbortController() };
  const bar = createProgressBar(process.stderr, { env: process.env });
  const stop = () => {
    bar.note("stopping when what is on its way is answered; once more stops at once");
    ends.reading.abort(interrupted);
  };
  const release = onInterrupt(stop, () => ends.sending.abort());
  try {
    const source = await openSource(settings, ends.reading.signal);
    const rejects = await openRejectFile(settings.rejects, source.columns.header, settings.delimiter);
    const { counts, cause } = await write(settings, source, { rejects, bar, ends });
    bar.end();
    say(`${counts.written} written, ${counts.rejected} rejected, ${counts.unknown} unknown`);
    const lacks = counts.rejected + counts.unknown > 0;
    if (cause === undefined) {
      await rejects.finish();
      if (lacks) say(`what was not written, and why: ${settings.rejects}`);
      return lacks ? 1 : 0;
    }
    await rejects.leave();
    // so the package says that a journal is that of another input
    if (cause instanceof TypeError) throw new WrongUse(`${settings.journal}: ${cause.message}; another file needs another --journal`);
    say(`ended early: ${told(cause)}; run the same command again to go on`);
    if (lacks) say(`what was not written until then, and why: ${rejects.part}`);
    return cause === interrupted ? 130 : 1;
  } catch (error) {
    if (ends.reading.signal.reason === interrupted) return 130;
    throw error;
  } finally {
    release();
  }
};

await runProgram(importHelp, main);
