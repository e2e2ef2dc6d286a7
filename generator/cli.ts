#!/usr/bin/env node
import { parseArgs } from "node:util";
import { commandHelp, help, isCommand } from "./commands/help.js";
import type { CommandOptions } from "./commands/options.js";
import { version } from "./version.js";

const options = {
  out: { type: "string", short: "o" },
  name: { type: "string", short: "n" },
  config: { type: "string", short: "c" },
  strict: { type: "boolean" },
  json: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  "no-cache": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

const wrong = (message: string): number => {
  process.stderr.write(`openapi-sieve: ${message}\nTry openapi-sieve --help.\n`);
  return 2;
};

const parsed = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const run = async (argv: readonly string[]): Promise<number> => {
  const args = parsed(argv);
  if (typeof args === "string") return wrong(args);
  const { values, positionals } = args;
  const [command, ...inputs] = positionals;
  if (values.version === true) return print(`${version()}\n`);
  if (command === undefined) return values.help === true ? print(help()) : wrong("name a command");
  if (!isCommand(command)) return wrong(`there is no command ${JSON.stringify(command)}`);
  if (values.help === true) return print(commandHelp(command));
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
