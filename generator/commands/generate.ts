import { findTargets } from "../config/targets.js";
import { tally } from "../diagnostics/tally.js";
import { displayPath } from "../file-host.js";
import { generateTargets, type Outcome, type Run } from "../generate-targets.js";
import type { Command, CommandOptions, ExitCode, Streams } from "./options.js";
import { jsonText, reason, showRendered, showReport, showUsage } from "./report.js";

const summary = ({ target, written, removed, unchanged }: Outcome, cwd: string): string =>
  `${target.name}: ${written.length} written, ${unchanged} unchanged${removed.length === 0 ? "" : `, ${removed.length} removed`} in ${displayPath(target.out, cwd)}\n`;

const asData = ({ target, written, removed, unchanged, diagnostics }: Outcome, cwd: string): object => ({
  name: target.name,
  out: displayPath(target.out, cwd),
  ...{ written: written.length, removed: removed.length, unchanged, diagnostics },
});

/** What was done, in the format that was asked for. */
const tell = (outcomes: readonly Outcome[], options: CommandOptions, streams: Streams): void => {
  const { cwd, format } = options;
  if (format === "json") return streams.out(jsonText({ apis: outcomes.map((outcome) => asData(outcome, cwd)) }));
  showReport(outcomes.flatMap(({ diagnostics }) => diagnostics), options, streams);
};

const end = (run: Run, options: CommandOptions, streams: Streams): ExitCode => {
  switch (run.kind) {
    case "foreign":
      return showUsage(run.messages, streams);
    case "unwritable":
      streams.error(`openapi-sieve: cannot write ${displayPath(run.target.out, options.cwd)}: ${reason(run.error)}\n`);
      return 1;
    case "broken":
      tell(run.outcomes, options, streams);
      streams.error(`${tally(run.outcomes.flatMap(({ diagnostics }) => diagnostics))}: nothing was written\n`);
      return 1;
    case "written":
      tell(run.outcomes, options, streams);
      if (!options.quiet && (options.format === "text" || options.format === "github"))
        for (const outcome of run.outcomes) streams.out(summary(outcome, options.cwd));
      return 0;
  }
};

export const generateCommand: Command = async (options, streams) => {
  const { cwd, most, cache } = options;
  const found = await findTargets(options);
  if (found.kind === "usage") return showUsage(found.messages, streams);
  const run = await generateTargets(found.targets, { cwd, most, cache, strict: options.strict || found.strict, color: streams.color });
  for (const { shown } of run.outcomes) showRendered(shown, streams, options.format);
  return end(run, options, streams);
};
