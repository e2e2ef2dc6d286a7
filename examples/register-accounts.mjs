// Registers accounts in a batch: node examples/register-accounts.mjs accounts.json
import process from "node:process";
import { parseArgs } from "node:util";
import { batchRegisterAccounts, batchRegisterAccountsAsync, toDottedPath } from "taxfiling-accounts";
import { onInterrupt } from "./support/on-interrupt.mjs";
import { readAccounts } from "./support/read-accounts.mjs";
import { printable, runProgram, say, told, WrongUse } from "./support/run-program.mjs";
import { openTaxfilingClient, taxfilingHelp, taxfilingOptions } from "./support/taxfiling-client.mjs";

/** @import { Account, BulkItemResult, Issue } from "taxfiling-accounts" */

const help = `node examples/register-accounts.mjs FILE [options]

Registers the accounts of a file: a JSON array, { "accounts": […] }, or JSON Lines. Prints what became of each, in their order.

  --async              asks for registration in the background
${taxfilingHelp}
Exit codes: 0 all are registered; 1 some are not, or the run ended early; 2 wrong use; 130 interrupted.
`;

const options = /** @type {const} */ ({ ...taxfilingOptions, async: { type: "boolean", default: false } });

/** @type {(issue: Issue) => string} */
const issueLine = ({ path, fields, message }) => `  ${path.length === 0 ? (fields ?? []).join(", ") : toDottedPath(path)}: ${message}`;

/**
 * The index in the file and the user name, then the issues by field. Nothing else of an account is told: it holds secrets.
 * @type {(index: number, account: Account | undefined, result: BulkItemResult<unknown>) => string}
 */
const resultLines = (index, account, result) => {
  const name = typeof account?.userName === "string" ? ` ${account.userName}` : "";
  const more =
    result.status === "rejected"
      ? result.issues.map(issueLine)
      : result.status === "unknown"
        ? [`  ${result.applied === "no" ? "was not registered" : "may be registered"}: ${told(result.error)}`]
        : [];
  return [`${index}${name} ${result.status === "written" ? "registered" : result.status}`, ...more].map((line) => `${printable(line)}\n`).join("");
};

/** @param {string[]} args */
const main = async (args) => {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new WrongUse("exactly one file is registered");
  const client = openTaxfilingClient(values, process.env);
  const accounts = await readAccounts(file);
  const register = values.async ? batchRegisterAccountsAsync : batchRegisterAccounts;
  const stop = new AbortController();
  const abort = () => stop.abort();
  const release = onInterrupt(abort, abort);
  const counts = { written: 0, rejected: 0, unknown: 0 };
  try {
    for await (const { index, ...result } of register.stream(client, accounts, { signal: stop.signal })) {
      counts[result.status] += 1;
      process.stdout.write(resultLines(index, accounts[index], result));
    }
  } catch (error) {
    say(`ended early: ${stop.signal.aborted ? "interrupted" : told(error)}`);
    say(`${accounts.length - counts.written - counts.rejected - counts.unknown} of ${accounts.length} accounts were not reached`);
    return stop.signal.aborted ? 130 : 1;
  } finally {
    release();
    say(`${counts.written} registered, ${counts.rejected} rejected, ${counts.unknown} unknown`);
  }
  return counts.written === accounts.length ? 0 : 1;
};

await runProgram(help, main);
