import { findTargets } from "../config/targets.js";
import { tally } from "../diagnostics/tally.js";
import { displayPath } from "../file-host.js";
import { generateTargets, type Outcome } from "../generate-targets.js";
import type { Command, CommandOptions, ExitCode, Streams } from "./options.js";
import { jsonText, reason, showBug, showRendered, showReport, showUsage } from "./report.js";

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

const end = (outcomes: readonly Outcome[], options: CommandOptions, streams: Streams): ExitCode => {
  const { cwd, quiet, format } = options;
  for (const { target, problem } of outcomes) if (problem?.kind === "crashed") return showBug(target.name, problem.error, streams);
  const foreign = outcomes.flatMap(({ problem }) => (problem?.kind === "foreign" ? [problem.message] : []));
  if (foreign.length > 0) return showUsage(foreign, streams);
  for (const { target, problem } of outcomes)
    if (problem?.kind === "unwritable") {
      streams.error(`openapi-sieve: cannot write ${displayPath(target.out, cwd)}: ${reason(problem.error)}\n`);
      return 1;
    }
  tell(outcomes, options, streams);
  if (outcomes.some(({ problem }) => problem?.kind === "broken")) {
    streams.error(`${tally(outcomes.flatMap(({ diagnostics }) => diagnostics))}: nothing was written\n`);
    return 1;
  }
  if (!quiet && (format === "text" || format === "github")) for (const outcome of outcomes) streams.out(summary(outcome, cwd));
  return 0;
};

export const generateCommand: Command = async (options, streams) => {
  const { cwd, most, cache } = options;
  const found = await findTargets(options);
  if (found.kind === "usage") return showUsage(found.messages, streams);
  const outcomes = await generateTargets(found.targets, { cwd, most, cache, strict: options.strict || found.strict, color: streams.color });
  for (const { shown } of outcomes) showRendered(shown, streams, options.format);
  return end(outcomes, options, streams);
};
