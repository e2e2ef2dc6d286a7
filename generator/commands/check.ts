import { createHash } from "node:crypto";
import path from "node:path";
import type { Checked } from "../check-package.js";
import { findTargets, type Target } from "../config/targets.js";
import { withoutCommands } from "../diagnostics/github.js";
import { printable } from "../diagnostics/printable.js";
import { tally } from "../diagnostics/tally.js";
import { driftData } from "../drift/drift-data.js";
import { driftAnnotations, driftFindings, driftRules } from "../drift/drift-findings.js";
import { driftMarkdown } from "../drift/drift-markdown.js";
import { driftText } from "../drift/drift-text.js";
import { openMaker } from "../jobs/workshop.js";
import { type HearStage, processClock, stopwatchFor } from "../progress/stage.js";
import { replaceFile } from "../write/replace-file.js";
import { coloredChanges } from "./colored-changes.js";
import { observe } from "./observe.js";
import type { Command, CommandOptions, ExitCode, OutputFormat, Streams } from "./options.js";
import { checkSummary } from "./run-summary.js";
import { createRecorder, isCpuProfile } from "./recorder.js";
import { isReport, jsonText, reason, reportText, showEmptyShard, showRendered, showUsage } from "./report.js";

/** An argument as a shell reads it; quoted only where it has to be. */
const quoted = (argument: string): string => (/^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`);

const repair = ({ inputs, out, name, config, apis = [], overlays, only = [] }: CommandOptions): string => {
  const flags = Object.entries({ out, name, config }).flatMap(([flag, value]) => (value === undefined ? [] : [`--${flag}`, value]));
  const repeated = Object.entries({ api: apis, overlay: overlays, only }).flatMap(([flag, values]) => values.flatMap((value) => [`--${flag}`, value]));
  return ["npx", "openapi-sieve", "generate", ...inputs, ...flags, ...repeated].map(quoted).join(" ");
};

/** What is told of a package whatever the format, before the report. */
const announce = ({ drift, diagnostics, notices, isInterrupted, shown }: Checked, options: CommandOptions, streams: Streams): void => {
  showRendered(shown, streams, options.format);
  if (drift.status === "failed") streams.error(`${drift.name}: ${tally(diagnostics)}\n`);
  if (isInterrupted) streams.error(`${drift.out}: a run was interrupted while it wrote; \`generate\` brings it to its end\n`);
  if (!options.quiet) for (const { path: file, message } of notices) streams.error(`${drift.out}/${printable(file)} ${message}\n`);
};

/** All packages, some at a time; what is wrong with one leaves the others checked. */
const checkAll = async (targets: readonly Target[], strict: boolean, options: CommandOptions, streams: Streams, hear: HearStage): Promise<readonly Checked[]> => {
  const { cwd, most, since, jobs, profile } = options;
  const checker = openMaker({ options, settings: { cwd, most, strict, color: streams.color } }, targets, isCpuProfile(profile) ? 0 : jobs);
  try {
    return await Promise.all(targets.map((target) => checker.check(target, since, hear)));
  } finally {
    await checker.close();
  }
};

const hasDrift = ({ drift }: Checked): boolean => drift.status === "drift";

/** Would `generate` write the package? */
const isMendable = (one: Checked): boolean => hasDrift(one) && !one.drift.files.some(({ kind }) => kind === "foreign");

const text = (all: readonly Checked[], options: CommandOptions): string => {
  const hasFailed = all.some(({ drift }) => drift.status === "failed");
  const lines = all.map(({ drift }) => {
    const isTold = drift.status === "same" && !options.quiet && !hasFailed;
    return driftText(drift, options.most) + (isTold ? `${drift.name}: up to date\n` : "");
  });
  return lines.join("") + (all.some(isMendable) ? `\nRun \`${repair(options)}\` to bring the files up to date.\n` : "");
};

const machineText = (format: "sarif" | "github" | "gitlab", all: readonly Checked[], options: CommandOptions): string => {
  const drifts = all.map(({ drift }) => drift);
  const found = format === "github" ? driftAnnotations(drifts) : driftFindings(drifts);
  return reportText(format, [...all.flatMap(({ diagnostics }) => diagnostics), ...found], options, driftRules(drifts));
};

/** What was found, in a format. */
const report = (format: OutputFormat, all: readonly Checked[], options: CommandOptions): string => {
  if (format === "json") return jsonText({ apis: all.map(({ drift, diagnostics }) => driftData(drift, diagnostics)) });
  if (format === "markdown") return driftMarkdown(all.map(({ drift }) => drift), repair(options));
  return isReport(format) ? machineText(format, all, options) : text(all, options);
};

/** People read the log of a job beside its annotations; no line of it is to command the runner. */
const logText = (all: readonly Checked[], summary: string, options: CommandOptions): string => {
  const log = text(all, options) + summary;
  return withoutCommands(log, createHash("sha256").update(log).digest("hex"));
};

/** Reports that were asked for, and a trace, are all that is ever written. */
const writeReports = (all: readonly Checked[], options: CommandOptions, streams: Streams): ExitCode => {
  for (const { format, file } of options.reports ?? [])
    try {
      replaceFile(path.resolve(options.cwd, file), report(format, all, options));
    } catch (error) {
      streams.error(`openapi-sieve: cannot write ${file}: ${reason(error)}\n`);
      return 1;
    }
  return 0;
};

/** What was found, where it was asked for. */
const tell = (all: readonly Checked[], time: number, options: CommandOptions, streams: Streams): ExitCode => {
  const summary = options.quiet ? "" : checkSummary(all, time).map((line) => `${line}\n`).join("");
  if (all.length === 0) showEmptyShard(options, streams);
  for (const one of all) announce(one, options, streams);
  streams.out(coloredChanges(report(options.format, all, options), options, streams));
  if (options.format === "text") streams.out(summary);
  if (options.format === "github") streams.out(logText(all, summary, options));
  return writeReports(all, options, streams);
};

/** Compares what the descriptions give with what is committed; `dist/` is built, not committed, and does not count. */
export const checkCommand: Command = async (options, streams) => {
  const recorder = await createRecorder(options, streams);
  const observer = observe(options, streams, recorder.hear);
  const stopwatch = stopwatchFor("", observer.hear);
  const start = processClock();
  const configured = stopwatch.begin("configure");
  const found = await findTargets(options);
  configured();
  if (found.kind === "usage") return showUsage(found.messages, streams);
  observer.expect(found.targets.length);
  const all = await checkAll(found.targets, options.strict || found.strict, options, streams, observer.hear);
  const told = stopwatch.begin("report");
  observer.wipe();
  const written = tell(all, processClock() - start, options, streams);
  told();
  observer.end(found.targets.map(({ name }) => name));
  const isRecorded = await recorder.write();
  return isRecorded && all.every(({ drift }) => drift.status === "same") ? written : 1;
};
