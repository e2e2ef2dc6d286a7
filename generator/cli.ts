#!/usr/bin/env node
import { parseArgs } from "node:util";
import { commandHelp, commandNames, help, isCommand, takesFlag } from "./commands/help.js";
import type { CommandOptions } from "./commands/options.js";
import { suggest } from "./diagnostics/suggest.js";
import { version } from "./version.js";

const options = {
  out: { type: "string", short: "o" },
  name: { type: "string", short: "n" },
  config: { type: "string", short: "c" },
  overlay: { type: "string", multiple: true },
  strict: { type: "boolean" },
  json: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  "no-cache": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** Whoever reads may have read enough (`… | head`): that is no failure. */
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });

const wrong = (message: string): number => {
  process.stderr.write(`openapi-sieve: ${message}\nTry openapi-sieve --help.\n`);
  return 2;
};

const parsed = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    // what follows the first sentence is advice on arguments that begin with a dash
    return String(error instanceof Error ? error.message : error).split(". ")[0] ?? "";
  }
};

const didYouMean = (name: string): string => {
  const near = suggest(name, commandNames);
  return near === undefined ? "" : `; did you mean ${near}?`;
};

const run = async (argv: readonly string[]): Promise<number> => {
  const args = parsed(argv);
  if (typeof args === "string") return wrong(args);
  const { values, positionals } = args;
  const [command, ...inputs] = positionals;
  if (values.version === true) return print(`${version()}\n`);
  if (command === undefined) return values.help === true ? print(help()) : wrong("name a command");
  if (!isCommand(command)) return wrong(`there is no command ${JSON.stringify(command)}${didYouMean(command)}`);
  if (values.help === true) return print(commandHelp(command));
  const unused = Object.keys(values).find((flag) => !takesFlag(command, flag));
  if (unused !== undefined) return wrong(`${command} takes no --${unused}`);
  const given: CommandOptions = {
    cwd: process.cwd(),
    inputs,
    strict: values.strict === true,
    json: values.json === true,
    quiet: values.quiet === true,
    cache: values["no-cache"] !== true,
    ...(values.out === undefined ? {} : { out: values.out }),
    ...(values.name === undefined ? {} : { name: values.name }),
    ...(values.config === undefined ? {} : { config: values.config }),
    ...(values.overlay === undefined ? {} : { overlays: values.overlay }),
  };
  const { runCommand } = await import("./commands/run-command.js");
  return runCommand(command, given);
};

const print = (text: string): number => {
  process.stdout.write(text);
  return 0;
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`openapi-sieve: this is a bug of the tool, please report it\n${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 70;
}
