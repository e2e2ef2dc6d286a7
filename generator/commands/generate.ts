import path from "node:path";
import { type Cache, type CacheEntry, createCache } from "../cache.js";
import { findTargets, type Target } from "../config/targets.js";
import type { ReportedDiagnostic } from "../diagnostics/report.js";
import { tally } from "../diagnostics/tally.js";
import { displayPath } from "../file-host.js";
import { type GenerateResult, generateWith } from "../generate.js";
import { once } from "../once.js";
import { loadTools } from "../tools.js";
import { applyDifferences, type Difference, differences, foreignFiles } from "../write.js";
import type { Command, CommandOptions, ExitCode, Streams } from "./options.js";
import { jsonText, reason, rendered, reportedDiagnostics, showFindings, showReport, showUsage } from "./report.js";

/** A package that was made in this run, or one that the cache says is as it should be. */
type Made =
  | { readonly target: Target; readonly kind: "made"; readonly result: GenerateResult; readonly changes: readonly Difference[] }
  | { readonly target: Target; readonly kind: "cached"; readonly entry: CacheEntry };

interface Outcome {
  readonly target: Target;
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly diagnostics: readonly ReportedDiagnostic[];
}

const makeAll = async (targets: readonly Target[], strict: boolean, cache: Cache, cwd: string): Promise<readonly Made[]> => {
  const entries = targets.map((target) => cache.fresh(target));
  const tools = once(() => loadTools(entries.filter((entry) => entry === undefined).length));
  const make = async (target: Target, index: number): Promise<Made> => {
    const entry = entries[index];
    if (entry !== undefined) return { target, kind: "cached", entry };
    // loading begins before the description is read, since most of it happens in another thread
    void tools.get();
    const result = await generateWith({ ...target, cwd, build: true, strict }, tools.get);
    return { target, kind: "made", result, changes: differences(target.out, result.files) };
  };
  try {
    return await Promise.all(targets.map(make));
  } finally {
    await tools.close();
  }
};

const hasFailed = (made: Made): boolean => made.kind === "made" && made.result.files.length === 0;

const show = (made: Made, streams: Streams, options: CommandOptions): void => {
  if (made.kind === "made") showFindings(made.result, streams, options);
  else if (made.entry.rendered !== "" && (options.format === "text" || options.format === "json")) streams.error(`${made.entry.rendered}\n`);
};

const remember = ({ target, result }: Made & { kind: "made" }, cache: Cache, { cwd, most }: CommandOptions): void =>
  cache.store(target, {
    inputs: result.inputs.map((input) => path.resolve(cwd, input.path)),
    files: result.files,
    rendered: rendered(result, false, most),
    diagnostics: reportedDiagnostics(result),
  });

const counted = ({ target, result, changes }: Made & { kind: "made" }): Outcome => {
  const removed = changes.filter((change) => change.kind === "stale").length;
  const written = changes.length - removed;
  return { target, written, removed, unchanged: result.files.length - written, diagnostics: reportedDiagnostics(result) };
};

const write = (made: Made, cache: Cache, options: CommandOptions): Outcome => {
  const { target } = made;
  if (made.kind === "cached")
    return { target, written: 0, removed: 0, unchanged: made.entry.outputs.length, diagnostics: made.entry.diagnostics };
  applyDifferences(target.out, made.changes);
  remember(made, cache, options);
  return counted(made);
};

const summary = ({ target, written, removed, unchanged }: Outcome, cwd: string): string =>
  `${target.name}: ${written} written, ${unchanged} unchanged${removed === 0 ? "" : `, ${removed} removed`} in ${displayPath(target.out, cwd)}\n`;

/** What was done, in the format that was asked for. */
const tell = (outcomes: readonly Outcome[], options: CommandOptions, streams: Streams): void => {
  const { cwd, format } = options;
  if (format === "json")
    return streams.out(jsonText({ apis: outcomes.map(({ target, ...outcome }) => ({ name: target.name, out: displayPath(target.out, cwd), ...outcome })) }));
  showReport(outcomes.flatMap(({ diagnostics }) => diagnostics), options, streams);
};

const failure = (made: readonly Made[], options: CommandOptions, streams: Streams): ExitCode => {
  const diagnostics = made.flatMap((one) => (one.kind === "made" ? one.result.diagnostics : []));
  const outcomes = made.map((one) => ({
    ...{ target: one.target, written: 0, removed: 0, unchanged: 0 },
    diagnostics: one.kind === "made" ? reportedDiagnostics(one.result) : one.entry.diagnostics,
  }));
  tell(outcomes, options, streams);
  streams.error(`${tally(diagnostics)}: nothing was written\n`);
  return 1;
};

/** What would be lost, since the folder holds something else than a package of ours. */
const losses = (made: readonly Made[], cwd: string): readonly string[] =>
  made.flatMap((one) => {
    const foreign = one.kind === "made" ? foreignFiles(one.target.out, one.result.files, one.changes) : [];
    const out = displayPath(one.target.out, cwd);
    return foreign.length === 0 ? [] : [`${out} holds ${foreign.join(", ")}, which was not generated; choose another folder with --out`];
  });

/**
 * Every package is made in memory before the first file is written, so that an error in one description leaves
 * everything as it was.
 */
export const generateCommand: Command = async (options, streams) => {
  const found = await findTargets(options);
  if (found.kind === "usage") return showUsage(found.messages, streams);
  const strict = options.strict || found.strict;
  const cache = createCache(options.cwd, options.cache, [strict, options.most]);
  const made = await makeAll(found.targets, strict, cache, options.cwd);
  for (const one of made) show(one, streams, options);
  if (made.some(hasFailed)) return failure(made, options, streams);
  const lost = losses(made, options.cwd);
  if (lost.length > 0) return showUsage(lost, streams);
  const outcomes: Outcome[] = [];
  for (const one of made)
    try {
      outcomes.push(write(one, cache, options));
    } catch (error) {
      streams.error(`openapi-sieve: cannot write ${displayPath(one.target.out, options.cwd)}: ${reason(error)}\n`);
      return 1;
    }
  tell(outcomes, options, streams);
  if (!options.quiet && (options.format === "text" || options.format === "github")) for (const outcome of outcomes) streams.out(summary(outcome, options.cwd));
  return 0;
};
