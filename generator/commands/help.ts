import type { OutputFormat } from "./options.js";

const flags = {
  out: { spelled: "-o, --out PATH", says: "where the result goes" },
  name: { spelled: "-n, --name NAME", says: "name of the package" },
  config: { spelled: "-c, --config FILE", says: "configuration; openapi-sieve.config.{ts,js,json} if left out" },
  api: { spelled: "    --api NAME", says: "only this API of the configuration; several may be named" },
  since: { spelled: "    --since REV", says: "also tell what changes since this revision of git" },
  report: { spelled: "    --report F=FILE", says: "the result in format F also goes to a file; several may be named" },
  overlay: { spelled: "    --overlay FILE", says: "applied to the input first; several are applied in their order" },
  only: { spelled: "    --only PATTERNS", says: "operationIds, tags or \"GET /path\", by commas; * stands for anything" },
  strict: { spelled: "    --strict", says: "warnings are errors" },
  json: { spelled: "    --json", says: "the result as JSON on standard output" },
  format: { spelled: "    --format F", says: "text, json, sarif (code scanning), github (annotations) or gitlab (code quality)" },
  "max-diagnostics": { spelled: "    --max-diagnostics N", says: "show at most N diagnostics (50); 0 shows all" },
  "allow-outside": { spelled: "    --allow-outside", says: "references may leave the folders of the description and of the run" },
  "allow-remote": { spelled: "    --allow-remote", says: "read what URLs name, over http and https" },
  "max-size": { spelled: "    --max-size MB", says: "the largest file that is read, in megabytes (20)" },
  min: { spelled: "    --min C", says: "how sure findings have to be: certain (if left out), likely or guess" },
  check: { spelled: "    --check", says: "write nothing; exit code 1 where findings are not reviewed" },
  write: { spelled: "    --write", says: "edit the description itself; all else in it stays as it is written" },
  interactive: { spelled: "-i, --interactive", says: "accept or reject findings one by one; goes on where it was left" },
  "from-docs": { spelled: "    --from-docs", says: "the inputs are documentation; a description is made of it, below --out" },
  "cache-dir": { spelled: "    --cache-dir DIR", says: "where is noted what was made of what; in node_modules if left out" },
  "fail-on": { spelled: "    --fail-on WHAT", says: "exit code 1 where there are such changes: breaking, or any" },
  apply: { spelled: "    --apply", says: "raise the package's version, and tell why in its CHANGELOG.md" },
  "no-cache": { spelled: "    --no-cache", says: "generate although nothing has changed" },
  jobs: { spelled: "-j, --jobs N", says: "packages that are made at a time, in threads; 1 makes one after the other" },
  shard: { spelled: "    --shard I/N", says: "only the I-th of N equal parts of the packages, for machines side by side" },
  verbose: { spelled: "    --verbose", says: "how long each stage took" },
  profile: { spelled: "    --profile FILE", says: "a trace of the stages, for ui.perfetto.dev; NAME.cpuprofile is of functions (not by watch)" },
  quiet: { spelled: "-q, --quiet", says: "only diagnostics" },
} as const;

type FlagName = keyof typeof flags;

/** Every command reads a description and shows what it finds. */
const reading = ["max-diagnostics", "allow-outside", "allow-remote", "max-size"] as const;

interface CommandText {
  readonly usage: string;
  readonly says: string;
  readonly details: string;
  readonly takes: readonly FlagName[];
}

const commands = {
  generate: {
    usage: "generate [input…] [--out DIR] [--name NAME]",
    says: "writes a package per API: types, filters, validators",
    details:
      "Without an input, every API of the configuration is generated. With one, the package goes to --out (generated/NAME if\nleft out); with several, to a folder of --out each. Without --name, a package that stands in --out keeps its name, and a\nnew one is named after the description's file. Inputs are files; nothing is read from the network unless --allow-remote says so. Nothing is written\nwhile a description has errors.",
    takes: ["out", "name", "config", "api", "overlay", "only", "strict", "json", "format", ...reading, "jobs", "shard", "cache-dir", "no-cache", "verbose", "profile", "quiet"],
  },
  watch: {
    usage: "watch [input…] [--out DIR] [--name NAME]",
    says: "generates, and again what a change touches, until it is ended",
    details:
      "Takes the same inputs as generate. A package is made again when a file that it was made of changes: the description, what it\nrefers to, overlays, the configuration and what that imports. While a description has errors its package stays as it was.\nEach run has one line; with --json, one object a line. Ctrl-C ends it, with exit code 0.",
    takes: ["out", "name", "config", "api", "overlay", "only", "strict", "json", "format", ...reading, "jobs", "shard", "cache-dir", "no-cache", "verbose", "profile", "quiet"],
  },
  check: {
    usage: "check [input…] [--out DIR] [--name NAME]",
    says: "writes nothing; exit code 1 when the packages differ from what the descriptions give",
    details:
      "Takes the same inputs as generate, and finds the same names. Tells what the differences mean for those who use the\npackages, then which files differ, which of them were edited by hand, and the command that repairs it. --format markdown is\nfor a comment on a pull request.",
    takes: ["out", "name", "config", "api", "overlay", "only", "strict", "since", "json", "format", "report", ...reading, "jobs", "shard", "verbose", "profile", "quiet"],
  },
  diff: {
    usage: "diff OLD NEW",
    says: "tells what changes for those who use the generated package, and the version that follows",
    details:
      "OLD and NEW are files, git:REV:path, or folders of generated packages. Each change has its class (breaking for callers,\nbreaking for readers, compatible), the rule that classed it, and both places. Where the configuration names NEW as an input,\nits settings count. --apply writes to the package of the configuration, or of --out. --format markdown is for a\ncomment on a pull request.",
    takes: ["out", "config", "overlay", "only", "fail-on", "apply", "json", "format", "report", ...reading, "quiet"],
  },
  explain: {
    usage: "explain INPUT [operation | schema]",
    says: "prints what was understood: filter fields with their operators, rules as sentences, each with its place",
    details: "With the name of an operation or a schema, only that is printed. With --format sarif or github, only diagnostics are.",
    takes: ["overlay", "only", "json", "format", ...reading],
  },
  expand: {
    usage: "expand INPUT [--out FILE]",
    says: "prints the description with every filter parameter spelled out, for tools that know no extensions",
    details: "The result is plain OpenAPI. With --out it is written to a file. With --format sarif or github, standard output has the\ndiagnostics, and the result goes to --out.",
    takes: ["out", "overlay", "only", "json", "format", ...reading],
  },
  lift: {
    usage: "lift INPUT [--out OVERLAY]",
    says: "finds rules that the description states in words, and writes them as an overlay",
    details:
      "Prints each finding with its sentence, its place and how sure it is. With --out they go to an overlay, to be reviewed,\ncommitted and applied by generate: what is in it already is updated, what was changed by hand is kept. With --interactive\nonly those go there that a person accepts. --write needs no overlay.",
    takes: ["out", "min", "check", "interactive", "write", "from-docs", "overlay", "json", ...reading, "quiet"],
  },
} as const satisfies Readonly<Record<string, CommandText>>;

export type CommandName = keyof typeof commands;

export const commandNames: readonly string[] = Object.keys(commands);

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

/** Help and version are taken by all. */
export const takesFlag = (command: CommandName, flag: string): boolean => {
  const { takes }: CommandText = commands[command];
  return flag === "help" || flag === "version" || takes.some((name) => name === flag);
};

/** Markdown is for those commands that say what is to be read beside a change. */
export const takesFormat = (command: CommandName, format: OutputFormat): boolean => format !== "markdown" || command === "check" || command === "diff";

const flagLine = (spelled: string, says: string): string => `  ${spelled.padEnd(25)}${says}\n`;

const flagLines = (names: readonly FlagName[]): string =>
  [
    "Options:\n",
    ...names.map((name) => flagLine(flags[name].spelled, flags[name].says)),
    flagLine("-h, --help", "this text, or that of a command"),
    flagLine("-v, --version", "the version"),
  ].join("");

const exitCodes = "Exit codes: 0 fine, 1 findings (errors in a description, drift), 2 wrong use.\n";

export const help = (): string => `openapi-sieve: TypeScript packages from OpenAPI descriptions, with filters and cross-field rules

Usage: openapi-sieve <command> [input…] [options]

Commands:
${Object.values(commands)
  .map(({ usage, says }) => `  ${usage}\n      ${says}`)
  .join("\n")}

${flagLines(commands.generate.takes)}
${exitCodes}`;

export const commandHelp = (name: CommandName): string => {
  const { usage, says, details, takes } = commands[name];
  return `openapi-sieve ${usage}\n\n${says.charAt(0).toUpperCase()}${says.slice(1)}.\n${details}\n\n${flagLines(takes)}\n${exitCodes}`;
};
