import process from "node:process";

/** The command line, or a file that it names, makes no sense: exit code 2. */
export class WrongUse extends Error {}

/** @type {(error: unknown) => boolean} */
const isWrongUse = (error) =>
  error instanceof WrongUse || (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_"));

/**
 * Texts of a server may hold anything, and a terminal obeys some of it.
 * @type {(text: string) => string}
 */
export const printable = (text) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ");

/**
 * An error in one line. What a server says is often the only help; a client has hidden its credentials in it.
 * @type {(error: unknown) => string}
 */
export const told = (error) => {
  if (!(error instanceof Error)) return printable(String(error));
  // an ApiError of either package
  const body = "body" in error && error.body !== undefined ? `: ${JSON.stringify(error.body).slice(0, 500)}` : "";
  return printable(`${error.message}${body}`);
};

/** @type {(line: string) => void} */
export const say = (line) => void process.stderr.write(`${line}\n`);

/**
 * Sets the exit code: what `main` gives, 2 for wrong use, 1 for every other error. The process then ends by itself, as soon
 * as all that it printed is out.
 * @param {string} help
 * @param {(args: string[]) => Promise<number>} main
 */
export const runProgram = async (help, main) => {
  const args = process.argv.slice(2);
  if (args.some((arg) => arg === "--help" || arg === "-h")) return void process.stdout.write(help);
  // whoever reads the output may leave; what was begun goes on
  for (const output of [process.stdout, process.stderr]) output.on("error", () => undefined);
  try {
    process.exitCode = await main(args);
  } catch (error) {
    if (error instanceof WrongUse) for (const line of error.message.split("\n")) say(printable(line));
    else say(told(error));
    if (isWrongUse(error)) say("--help says how it is used");
    process.exitCode = isWrongUse(error) ? 2 : 1;
  }
};
