import type { CommandName } from "./help.js";
import { openTerminal } from "./lift/terminal.js";
import type { Command, CommandOptions, Streams } from "./options.js";

const load: Readonly<Record<CommandName, () => Promise<Command>>> = {
  generate: async () => (await import("./generate.js")).generateCommand,
  watch: async () => (await import("./watch.js")).watchCommand,
  check: async () => (await import("./check.js")).checkCommand,
  diff: async () => (await import("./diff.js")).diffCommand,
  explain: async () => (await import("./explain.js")).explainCommand,
  lift: async () => (await import("./lift.js")).liftCommand,
  expand: async () => (await import("./expand.js")).expandCommand,
};

/** Never against NO_COLOR (https://no-color.org); else as FORCE_COLOR says, which Node reads alike; else on terminals that know colours. */
const wantsColor = ({ isTTY }: NodeJS.WriteStream): boolean => {
  const { NO_COLOR = "", FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== "") return false;
  return FORCE_COLOR === undefined ? isTTY === true && TERM !== "dumb" : FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
};

/** A line can be drawn anew on a terminal only, and one that can do that; CI may have one, but keeps all that was ever drawn. */
const canRedraw = ({ isTTY }: NodeJS.WriteStream): boolean =>
  isTTY === true && process.env["TERM"] !== "dumb" && ["", "false", "0", undefined].includes(process.env["CI"]);

/** Terminals that nobody has given a size say 0. */
const columnsOf = ({ columns }: NodeJS.WriteStream): number => (columns > 0 ? columns : 80);

const streams = (): Streams => ({
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  color: wantsColor(process.stderr),
  outColor: wantsColor(process.stdout),
  ...(canRedraw(process.stderr) ? { columns: () => columnsOf(process.stderr) } : {}),
  openTerminal: process.stdin.isTTY === true && process.stdout.isTTY === true ? openTerminal : undefined,
});

export const runCommand = async (name: CommandName, options: CommandOptions): Promise<number> =>
  (await load[name]())(options, streams());
