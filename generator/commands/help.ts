const commands = {
  generate: {
    usage: "generate [input…] [--out DIR] [--name NAME]",
    says: "writes a package per API: types, filters, validators",
    details:
      "Without an input, every API of the configuration is generated. With one, the package goes to --out (generated/NAME if\nleft out); with several, to a folder of --out each. Nothing is written while a description has errors.",
  },
  check: {
    usage: "check [input…] [--out DIR] [--name NAME]",
    says: "writes nothing; exit code 1 when the packages differ from what the descriptions give",
    details: "Takes the same inputs as generate. Names the files that differ, shows a short diff and the command that repairs it.",
  },
  explain: {
    usage: "explain INPUT [operation | schema]",
    says: "prints what was understood: filter fields with their operators, rules as sentences, each with its place",
    details: "With the name of an operation or a schema, only that is printed.",
  },
  expand: {
    usage: "expand INPUT [--out FILE]",
    says: "prints the description with every filter parameter spelled out, for tools that know no extensions",
    details: "The result is plain OpenAPI. With --out it is written to a file.",
  },
} as const;

export type CommandName = keyof typeof commands;

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

const flags = `Options:
  -o, --out DIR      where the package goes
  -n, --name NAME    name of the package
  -c, --config FILE  configuration; openapi-sieve.config.{ts,js,json} if left out
      --strict       warnings are errors
      --json         the result as JSON on standard output
      --no-cache     generate although nothing has changed
  -q, --quiet        only diagnostics
  -h, --help         this text, or that of a command
  -v, --version      the version

Exit codes: 0 fine, 1 findings (errors in a description, drift), 2 wrong use.
`;

export const help = (): string => `openapi-sieve: TypeScript packages from OpenAPI descriptions, with filters and cross-field rules

Usage: openapi-sieve <command> [input…] [options]

Commands:
${Object.values(commands)
  .map(({ usage, says }) => `  ${usage}\n      ${says}`)
  .join("\n")}

${flags}`;

export const commandHelp = (name: CommandName): string => {
  const { usage, says, details } = commands[name];
  return `openapi-sieve ${usage}\n\n${says.charAt(0).toUpperCase()}${says.slice(1)}.\n${details}\n\n${flags}`;
};
