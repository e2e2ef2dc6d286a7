#!/usr/bin/env node
import { parseArgs } from "node:util";
import { type CommandName, commandHelp, commandNames, help, isCommand, takesFlag, takesFormat } from "./commands/help.js";
import { type CommandOptions, defaultMost, formats, type OutputFormat, type ReportFile } from "./commands/options.js";
import { readShard } from "./config/shard.js";
import { suggest } from "./diagnostics/suggest.js";
import { tuneEngine } from "./tune-engine.js";
import { version } from "./version.js";

const options = {
  out: { type: "string", short: "o" },
  name: { type: "string", short: "n" },
  config: { type: "string", short: "c" },
  api: { type: "string", multiple: true },
  since: { type: "string" },
  report: { type: "string", multiple: true },
  overlay: { type: "string", multiple: true },
  only: { type: "string", multiple: true },
  strict: { type: "boolean" },
  json: { type: "boolean" },
  format: { type: "string" },
  "max-diagnostics": { type: "string" },
  "allow-outside": { type: "boolean" },
  "allow-remote": { type: "boolean" },
  "max-size": { type: "string" },
  min: { type: "string" },
  check: { type: "boolean" },
  write: { type: "boolean" },
  interactive: { type: "boolean", short: "i" },
  "from-docs": { type: "boolean" },
  "fail-on": { type: "string" },
  apply: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  verbose: { type: "boolean" },
  jobs: { type: "string", short: "j" },
  shard: { type: "string" },
  profile: { type: "string" },
  "cache-dir": { type: "string" },
  "no-cache": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

tuneEngine();

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

/** Node names an option that it does not know; the nearest one is worth a word. */
const withSuggestion = (message: string): string => {
  const flag = /^Unknown option '--([^']+)'/.exec(message)?.[1];
  const near = flag === undefined ? undefined : suggest(flag, Object.keys(options));
  return near === undefined ? message : `${message}; did you mean --${near}?`;
};

const parsed = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    // what follows the first sentence is advice on arguments that begin with a dash
    return withSuggestion(String(error instanceof Error ? error.message : error).split(". ")[0] ?? "");
  }
};

const didYouMean = (name: string, names: readonly string[]): string => {
  const near = suggest(name, names);
  return near === undefined ? "" : `; did you mean ${near}?`;
};

const isFormat = (name: string): name is OutputFormat => formats.some((format) => format === name);

/** "markdown=report.md" ~> { format: "markdown", file: "report.md" }; a sentence for what is no report */
const reportFile = (text: string): ReportFile | string => {
  const [, format = "", file = ""] = /^([a-z]*)=(.+)$/s.exec(text) ?? [];
  if (file === "" || format === "text") return "--report takes FORMAT=FILE, such as markdown=report.md";
  return isFormat(format) && format !== "text" ? { format, file } : `there is no format ${JSON.stringify(format)}${didYouMean(format, formats)}`;
};

/** The root of the repository, where GitHub or GitLab runs the tool. */
const repositoryOf = ({ GITHUB_WORKSPACE, CI_PROJECT_DIR }: NodeJS.ProcessEnv): { readonly repository?: string } => {
  const repository = GITHUB_WORKSPACE ?? CI_PROJECT_DIR;
  return repository === undefined ? {} : { repository };
};

interface FlagValues {
  readonly command: CommandName;
  readonly json: boolean;
  readonly format: string;
  readonly most: string;
  readonly size: string | undefined;
  readonly since: string | undefined;
  readonly jobs: string | undefined;
  readonly shard: string | undefined;
  readonly profile: string | undefined;
}

/** What is wrong with the values of flags. */
const valueProblem = ({ command, json, format, most, size, since, jobs, shard, profile }: FlagValues): string | undefined => {
  if (!isFormat(format)) return `there is no format ${JSON.stringify(format)}${didYouMean(format, formats)}`;
  if (!takesFormat(command, format)) return `${command} takes no --format ${format}`;
  if (since !== undefined && !/^[^\s-][^\s]*$/.test(since)) return "--since takes a revision of git, such as origin/main";
  if (json && format !== "json") return `--json and --format ${format} exclude each other`;
  if (!/^\d{1,9}$/.test(most)) return "--max-diagnostics takes a number; 0 shows all";
  if (jobs !== undefined && !/^[1-9]\d{0,2}$/.test(jobs)) return "--jobs takes a number from 1 to 999";
  if (shard !== undefined && readShard(shard) === undefined) return "--shard takes which part of how many, such as 1/4";
  if (profile === "") return "--profile takes the name of a file";
  if (profile?.endsWith(".cpuprofile") === true) {
    if (command === "watch") return "watch takes no --profile of that kind, since it works in threads; generate does";
    if (jobs !== undefined && jobs !== "1") return "a .cpuprofile is of one thread: leave out --jobs";
  }
  return size === undefined || (/^\d{1,6}(?:\.\d+)?$/.test(size) && Number(size) > 0) ? undefined : "--max-size takes a number of megabytes";
};

const run = async (argv: readonly string[]): Promise<number> => {
  const args = parsed(argv);
  if (typeof args === "string") return wrong(args);
  const { values, positionals } = args;
  const [command, ...inputs] = positionals;
  if (values.version === true) return print(`${version()}\n`);
  if (command === undefined) return values.help === true ? print(help()) : wrong("name a command");
  if (!isCommand(command)) return wrong(`there is no command ${JSON.stringify(command)}${didYouMean(command, commandNames)}`);
  if (values.help === true) return print(commandHelp(command));
  const unused = Object.keys(values).find((flag) => !takesFlag(command, flag));
  if (unused !== undefined) return wrong(`${command} takes no --${unused}`);
  const { format = values.json === true ? "json" : "text", "max-diagnostics": most = String(defaultMost), "max-size": size, jobs, shard: part, profile } = values;
  const problem = valueProblem({ command, json: values.json === true, format, most, size, since: values.since, jobs, shard: part, profile });
  if (problem !== undefined || !isFormat(format)) return wrong(problem ?? "");
  const reports = (values.report ?? []).map(reportFile);
  const wrongReport = reports.find((report) => typeof report === "string");
  if (wrongReport !== undefined) return wrong(wrongReport);
  const shard = part === undefined ? undefined : readShard(part);
  const given: CommandOptions = {
    cwd: process.cwd(),
    inputs,
    strict: values.strict === true,
    format,
    most: Number(most) === 0 ? Infinity : Number(most),
    access: {
      ...(values["allow-outside"] === true ? { allowOutside: true } : {}),
      ...(values["allow-remote"] === true ? { allowRemote: true } : {}),
      ...(size === undefined ? {} : { maxSize: Number(size) }),
    },
    quiet: values.quiet === true,
    verbose: values.verbose === true,
    ...(jobs === undefined ? {} : { jobs: Number(jobs) }),
    ...(shard === undefined ? {} : { shard }),
    ...(profile === undefined ? {} : { profile }),
    check: values.check === true,
    write: values.write === true,
    interactive: values.interactive === true,
    ...(values.apply === true ? { apply: true } : {}),
    ...(values["fail-on"] === undefined ? {} : { failOn: values["fail-on"] }),
    fromDocs: values["from-docs"] === true,
    ...(values.min === undefined ? {} : { min: values.min }),
    cache: values["no-cache"] !== true,
    ...(values["cache-dir"] === undefined ? {} : { cacheDir: values["cache-dir"] }),
    ...(values.out === undefined ? {} : { out: values.out }),
    ...(values.name === undefined ? {} : { name: values.name }),
    ...(values.config === undefined ? {} : { config: values.config }),
    only: values.only?.flatMap((patterns) => patterns.split(",")).map((pattern) => pattern.trim()).filter((pattern) => pattern !== ""),
    overlays: values.overlay ?? [],
    reports: reports.filter((report) => typeof report !== "string"),
    ...(values.api === undefined ? {} : { apis: values.api.flatMap((names) => names.split(",")) }),
    ...(values.since === undefined ? {} : { since: values.since }),
    // annotations name files from the root of the repository, wherever the tool runs in it
    ...repositoryOf(process.env),
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
