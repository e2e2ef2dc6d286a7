import { cacheFolderFor } from "../cache-folder.js";
import { findTargets, type Target } from "../config/targets.js";
import { generateTargets, type Outcome } from "../generate-targets.js";
import { openMaker } from "../jobs/workshop.js";
import type { Maker, MakeSettings } from "../make-package.js";
import { processClock, stopwatchFor } from "../progress/stage.js";
import { observe } from "./observe.js";
import type { Command, CommandOptions, ExitCode, Streams } from "./options.js";
import { jsonText, showBug, showEmptyShard, showRendered, showReport, showUsage } from "./report.js";
import { createRecorder, isCpuProfile } from "./recorder.js";
import { failureSummary, runSummary } from "./run-summary.js";
import { apiData, refusalOf, showNotices } from "./show-outcomes.js";

/** What was done, in the format that was asked for. */
const tell = (outcomes: readonly Outcome[], options: CommandOptions, streams: Streams): void => {
  const { cwd, format } = options;
  if (format === "json") return streams.out(jsonText({ apis: outcomes.map((outcome) => apiData(outcome, cwd)) }));
  showReport(outcomes.flatMap(({ diagnostics }) => diagnostics), options, streams);
};

const end = (outcomes: readonly Outcome[], time: number, options: CommandOptions, streams: Streams): ExitCode => {
  const { cwd, quiet, format } = options;
  for (const { target, problem } of outcomes) if (problem?.kind === "crashed") return showBug(target.name, problem.error, streams);
  const refused = outcomes.flatMap((outcome) => refusalOf(outcome, cwd) ?? []);
  if (refused.length > 0) showUsage(refused, streams);
  // programs read the result whatever it is
  if (refused.length === 0 || format === "json") tell(outcomes, options, streams);
  if (outcomes.some(({ problem }) => problem !== undefined)) {
    streams.error(`${failureSummary(outcomes, time)}\n`);
    return outcomes.some(({ problem }) => problem?.kind === "foreign") ? 2 : 1;
  }
  showNotices(outcomes, options, streams);
  if (outcomes.length === 0) showEmptyShard(options, streams);
  if (quiet || (format !== "text" && format !== "github")) return 0;
  for (const line of runSummary(outcomes, cwd, time)) streams.out(`${line}\n`);
  return 0;
};

export const generateCommand: Command = async (options, streams) => {
  const { cwd, most, jobs, profile } = options;
  const recorder = await createRecorder(options, streams);
  const observer = observe(options, streams, recorder.hear);
  const start = processClock();
  const configured = stopwatchFor("", observer.hear).begin("configure");
  const found = await findTargets(options);
  configured();
  if (found.kind === "usage") return showUsage(found.messages, streams);
  const settings: MakeSettings = { cwd, most, strict: options.strict || found.strict, color: streams.color, cacheFolder: cacheFolderFor(options) };
  const tell = (message: string): void => {
    observer.wipe();
    streams.error(`${message}\n`);
  };
  const open = (due: readonly Target[]): Maker => {
    observer.expect(due.length);
    return openMaker({ options, settings }, due, isCpuProfile(profile) ? 0 : jobs);
  };
  const outcomes = await generateTargets(found.targets, { ...settings, open, tell, hear: observer.hear });
  observer.wipe();
  for (const { shown } of outcomes) showRendered(shown, streams, options.format);
  const code = end(outcomes, processClock() - start, options, streams);
  observer.end(found.targets.map(({ name }) => name));
  return (await recorder.write()) || code !== 0 ? code : 1;
};
