// Exports users as JSON Lines: node examples/export-users.mjs last_name__icontains=berg
import process from "node:process";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { streamOrganizationusers, ValidationError } from "pigello-accounts";
import { openWholeFile } from "./support/open-whole-file.mjs";
import { openPigelloClient, pigelloHelp, pigelloOptions } from "./support/pigello-client.mjs";
import { readFilters } from "./support/read-filters.mjs";
import { printable, runProgram, say, WrongUse } from "./support/run-program.mjs";

/** @import { ListOrganizationusersOptions, ListOrganizationusersOrderBy } from "pigello-accounts" */

const help = `node examples/export-users.mjs [FILTER…] [options]

Writes all users that match every filter as JSON Lines. Filters are those of the list, as they stand in a query, not encoded:
  created_at__gte=2026-01-01T00:00:00Z 'email__isnull!=true' last_name__in=Berg,Lund

  --where JSON         filters as an object: '{"last_name":{"icontains":"berg"}}'
  --order-by=FIELD     --order-by=-FIELD for descending; may be repeated
  --out FILE           has its name only when it is complete, and is FILE.part until then; standard output unless told otherwise
${pigelloHelp}
Exit codes: 0 all were written; 1 lines were broken, or the answer broke off; 2 wrong use.
`;

const options = /** @type {const} */ ({
  ...pigelloOptions,
  where: { type: "string" },
  "order-by": { type: "string", multiple: true },
  out: { type: "string" },
});

/** @type {(error: unknown) => boolean} */
const isClosedPipe = (error) => error instanceof Error && "code" in error && error.code === "EPIPE";

/** A disk is asked for few large pieces rather than for many small ones. @type {(lines: AsyncIterable<string>) => AsyncGenerator<string>} */
const blocksOf = async function* (lines) {
  let block = "";
  for await (const line of lines) {
    block += line;
    if (block.length < 65_536) continue;
    yield block;
    block = "";
  }
  if (block !== "") yield block;
};

/** @param {string[]} args */
const main = async (args) => {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const client = openPigelloClient(values, process.env);
  const where = readFilters(positionals, values.where);
  const stop = new AbortController();
  const counts = { users: 0, broken: 0 };
  /** @type {ListOrganizationusersOptions} */
  const request = { where, signal: stop.signal, ...(values["order-by"] === undefined ? {} : { order_by: /** @type {ListOrganizationusersOrderBy[]} */ (values["order-by"]) }) };
  const users = streamOrganizationusers(client, {
    ...request,
    onBrokenLine: ({ line, issues }) => {
      counts.broken += 1;
      say(printable(`line ${line}: ${issues.map(({ message }) => message).join("; ")}`));
    },
  });
  const lines = async function* () {
    for await (const user of users) {
      yield `${JSON.stringify(user)}\n`;
      counts.users += 1;
    }
  };
  const file = values.out === undefined ? undefined : await openWholeFile(values.out);
  const out = file === undefined ? process.stdout : file.handle.createWriteStream({ flush: true });
  // a request that waits for its next line would not see that nobody reads any more
  out.once("error", () => stop.abort());
  try {
    // waits for whoever reads more slowly than the server sends
    await pipeline(file === undefined ? lines() : blocksOf(lines()), out, { end: file !== undefined });
  } catch (error) {
    if (file === undefined && isClosedPipe(error)) return 0;
    await file?.leave();
    if (error instanceof ValidationError && error.subject === "request") throw new WrongUse(error.message);
    throw error;
  }
  await (counts.broken > 0 ? file?.leave() : file?.finish());
  if (file !== undefined) say(`${counts.users} users in ${counts.broken > 0 ? `${file.part}, which lacks ${counts.broken} lines` : values.out}`);
  return counts.broken > 0 ? 1 : 0;
};

await runProgram(help, main);
