import { toDottedPath } from "pigello-accounts";
import { openWholeFile } from "./open-whole-file.mjs";
import { told } from "./run-program.mjs";
import { rejectColumns } from "./user-columns.mjs";
import { writeCsvRow } from "./write-csv-row.mjs";

/**
 * @import { BulkItemResult, Issue } from "pigello-accounts"
 * @import { CsvRow } from "./read-csv.mjs"
 */

/**
 * @typedef {object} RejectFile
 * @property {string} part
 * @property {(row: CsvRow, result: BulkItemResult<unknown>) => Promise<void>} add
 * @property {() => Promise<void>} finish
 * @property {() => Promise<void>} leave
 */

/** @type {(issue: Issue) => readonly string[]} */
const fieldsOf = ({ path, fields }) => (path.length === 0 ? (fields ?? []) : [toDottedPath(path)]);

/** @type {(result: BulkItemResult<unknown>) => [field: string, reason: string]} */
const reasonOf = (result) => {
  if (result.status === "written") return ["", ""];
  if (result.status === "rejected")
    return [[...new Set(result.issues.flatMap(fieldsOf))].join("; "), result.issues.map(({ message }) => message).join("; ")];
  const advice =
    result.applied === "no"
      ? "it was not written: run the same command again"
      : "it may have been written: look for it, and if it is not there, run the same command again with --resend";
  return ["", `${told(result.error)}; ${advice}`];
};

/**
 * A CSV of what was not written: the columns of the input, then the line and why.
 * @type {(path: string, header: readonly string[], delimiter: string) => Promise<RejectFile>}
 */
export const openRejectFile = async (path, header, delimiter) => {
  const { part, handle, finish, leave } = await openWholeFile(path);
  // those of an earlier reject file, which was mended
  const isOwn = header.map((name) => !rejectColumns.includes(name));
  const write = (/** @type {readonly string[]} */ cells) => handle.appendFile(writeCsvRow(cells, delimiter));
  await write([...header.filter((_, at) => isOwn[at]), ...rejectColumns]);
  return {
    part,
    add: async ({ line, cells }, result) => {
      const own = isOwn.flatMap((is, at) => (is ? [cells[at] ?? ""] : []));
      const count = `the row has ${cells.length} cells, the header ${header.length}`;
      const [field, reason] = cells.length === header.length ? reasonOf(result) : ["", count];
      // what has no column goes to the end, so that nothing is lost
      await write([...own, String(line), result.status, field, reason, ...cells.slice(header.length)]);
    },
    finish: async () => {
      await handle.sync();
      await finish();
    },
    leave,
  };
};
