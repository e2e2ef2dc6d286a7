import { parseArgs } from "node:util";
import { liftCommand } from "../../../generator/commands/lift.js";
import type { ExitCode, Terminal } from "../../../generator/commands/options.js";

/** What came of a run, in process: starting the tool takes longer than what is tested here. */
export interface LiftOutcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly error: string;
}

const flags = {
  out: { type: "string" },
  min: { type: "string" },
  overlay: { type: "string", multiple: true },
  check: { type: "boolean" },
  write: { type: "boolean" },
  interactive: { type: "boolean" },
  json: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  "allow-outside": { type: "boolean" },
} as const;

/** `lift` with arguments of the command line. */
export const runLift = async (cwd: string, args: readonly string[], openTerminal?: () => Terminal): Promise<LiftOutcome> => {
  const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
  const [out, error]: [string[], string[]] = [[], []];
  const code = await liftCommand(
    {
      cwd,
      inputs: positionals,
      overlays: values.overlay ?? [],
      only: undefined,
      strict: false,
      format: values.json === true ? "json" : "text",
      most: 50,
      access: values["allow-outside"] === true ? { allowOutside: true } : {},
      quiet: values.quiet === true,
      verbose: false,
      check: values.check === true,
      write: values.write === true,
      interactive: values.interactive === true,
      fromDocs: false,
      cache: false,
      ...(values.out === undefined ? {} : { out: values.out }),
      ...(values.min === undefined ? {} : { min: values.min }),
    },
    { out: (text) => void out.push(text), error: (text) => void error.push(text), color: false, outColor: false, openTerminal },
  );
  return { code, out: out.join(""), error: error.join("") };
};
