import path from "node:path";
import { findTargets, type Target } from "../config/targets.js";
import { displayPath } from "../file-host.js";
import { generateWith } from "../generate.js";
import { type CacheEntry, createCache } from "../cache.js";
import { loadTools } from "../tools.js";
import { applyDifferences, differences } from "../write.js";
import type { Command, CommandOptions, ExitCode, Streams } from "./options.js";
import { jsonDiagnostics, rendered, showFindings, tally } from "./report.js";

interface Outcome {
  readonly target: Target;
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly failed: boolean;
  readonly diagnostics: readonly object[];
}

const summary = ({ target, written, removed, unchanged }: Outcome, cwd: string): string =>
  `${target.name}: ${written} written, ${unchanged} unchanged${removed === 0 ? "" : `, ${removed} removed`} in ${displayPath(target.out, cwd)}\n`;

/** A loader that loads once, however many packages ask. */
const once = <Value>(load: () => Promise<Value>): (() => Promise<Value>) => {
  let loaded: Promise<Value> | undefined;
  return () => (loaded ??= load());
};

const fromCache = (target: Target, entry: CacheEntry, streams: Streams): Outcome => {
  if (entry.rendered !== "") streams.error(`${entry.rendered}\n`);
  return { target, written: 0, removed: 0, unchanged: entry.outputs.length, failed: false, diagnostics: entry.diagnostics };
};

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Every package is made in memory before the first file is written, so that an error in one description leaves
 * everything as it was.
 */
export const generateCommand: Command = async (options, streams) => {
  const found = await findTargets(options);
  if (found.kind === "usage") return usage(found.messages, streams);
  const strict = options.strict || found.strict;
  const cache = createCache(options.cwd, options.cache, strict);
  const load = once(loadTools);
  const made = [];
  for (const target of found.targets) {
    const entry = cache.fresh(target);
    if (entry !== undefined) made.push({ target, entry, result: undefined });
    else made.push({ target, entry, result: await generateWith({ input: target.input, name: target.name, cwd: options.cwd, build: true, strict }, load) });
  }
  const failed = made.some(({ result }) => result?.files.length === 0);
  const outcomes: Outcome[] = [];
  for (const { target, entry, result } of made) {
    if (entry !== undefined) {
      outcomes.push(fromCache(target, entry, streams));
      continue;
    }
    showFindings(result, streams);
    const diagnostics = jsonDiagnostics(result);
    const nothing = { target, written: 0, removed: 0, unchanged: 0, failed: result.files.length === 0, diagnostics };
    if (failed) {
      outcomes.push(nothing);
      continue;
    }
    const changes = differences(target.out, result.files);
    try {
      applyDifferences(target.out, changes);
    } catch (error) {
      streams.error(`openapi-sieve: cannot write ${displayPath(target.out, options.cwd)}: ${describe(error)}\n`);
      return 1;
    }
    cache.store(target, { inputs: result.inputs.map((input) => path.resolve(options.cwd, input.path)), files: result.files, rendered: rendered(result, false), diagnostics });
    const removed = changes.filter((change) => change.kind === "stale").length;
    const written = changes.length - removed;
    outcomes.push({ ...nothing, written, removed, unchanged: result.files.length - written, failed: false });
  }
  return conclude(outcomes, failed, options, streams, tally(made.flatMap(({ result }) => result?.diagnostics ?? [])));
};

const usage = (messages: readonly string[], streams: Streams): ExitCode => {
  for (const message of messages) streams.error(`openapi-sieve: ${message}\n`);
  return 2;
};

const conclude = (
  outcomes: readonly Outcome[],
  failed: boolean,
  options: CommandOptions,
  streams: Streams,
  counts: string,
): ExitCode => {
  if (options.json)
    streams.out(
      `${JSON.stringify({
        apis: outcomes.map(({ target, failed: _, ...outcome }) => ({
          name: target.name,
          out: displayPath(target.out, options.cwd),
          ...outcome,
        })),
      })}\n`,
    );
  else if (!options.quiet && !failed) for (const outcome of outcomes) streams.out(summary(outcome, options.cwd));
  if (failed) streams.error(`${counts === "" ? "" : `${counts}: `}nothing was written\n`);
  return failed ? 1 : 0;
};
