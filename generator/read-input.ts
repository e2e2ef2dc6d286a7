import path from "node:path";
import { slowPatterns } from "./check/slow-patterns.js";
import { inputProblem } from "./config/input-problem.js";
import { type Reading, readingOf } from "./config/reading.js";
import { createCollector } from "./diagnostics/collector.js";
import type { Levels } from "./diagnostics/levels.js";
import { displayPath } from "./file-host.js";
import type { Beside, ReadSpec } from "./read-spec.js";
import { type Stopwatch, untimed } from "./progress/stage.js";
import type { Alter } from "./source/load-document.js";
import type { Unread } from "./source/unread.js";

/** The check that loads what it needs, which reading at once cannot wait for. */
const withSlowPatterns = async (read: ReadSpec, levels: Levels, stopwatch: Stopwatch): Promise<ReadSpec> => {
  if (read.contract === undefined) return read;
  const { report, diagnostics } = createCollector(levels);
  const checked = stopwatch.begin("check", "patterns");
  await slowPatterns(read.contract, report);
  checked();
  return { ...read, diagnostics: [...read.diagnostics, ...diagnostics().map(read.explained)] };
};

/** What reads JSONPath is only loaded where there are overlays. */
const alterWith = async (overlays: readonly string[], cwd: string): Promise<Alter | undefined> => {
  if (overlays.length === 0) return undefined;
  const { applyOverlays } = await import("./source/overlay/apply-overlays.js");
  return applyOverlays(overlays.map((overlay) => displayPath(path.resolve(cwd, overlay), cwd)));
};

/** References to references on the network: each costs another round. */
const mostRounds = 16;

/**
 * Reads again with what was fetched, until nothing more is asked for. The stages stay as they are, which know nothing of
 * waiting, and a description without URLs is read once.
 */
const readWithRemote = async (input: string, cwd: string, reading: Reading, beside: Beside): Promise<ReadSpec> => {
  const { readSpec } = await import("./read-spec.js");
  const { fetchAll } = await import("./fetch-remote.js");
  const { maxSize } = reading.access;
  const { stopwatch = untimed } = beside;
  let known: ReadonlyMap<string, Uint8Array | Unread> = new Map();
  for (let left = mostRounds; ; left -= 1) {
    const wanted = new Set<string>();
    const read = readSpec(input, cwd, reading, { ...beside, remote: { known, wanted } });
    if (wanted.size === 0) return read;
    const tooDeep = { code: "ref-remote-failed", why: `is reached by way of more than ${mostRounds} other documents` } as const;
    const fetched = stopwatch.begin("load", "fetch");
    known = left > 0 ? await fetchAll([...wanted], known, maxSize) : new Map<string, Uint8Array | Unread>([...known, ...[...wanted].map((uri) => [uri, tooDeep] as const)]);
    fetched();
  }
};

/** The description that an input names, or the finding that it names none. */
export const readInput = async (input: string, cwd: string, reading: Reading = readingOf(), given: Pick<Beside, "hostOver" | "stopwatch"> = {}): Promise<ReadSpec> => {
  const { stopwatch = untimed } = given;
  const { overlays, levels, access } = reading;
  const problem = inputProblem(input, cwd, access.allowRemote);
  if (problem === undefined) {
    const beside = { ...given, alter: await alterWith(overlays, cwd) };
    // the parser is only loaded where something is read
    const loaded = stopwatch.begin("tools");
    const { readSpec } = await import("./read-spec.js");
    loaded();
    return withSlowPatterns(access.allowRemote ? await readWithRemote(input, cwd, reading, beside) : readSpec(input, cwd, reading, beside), levels, stopwatch);
  }
  const { report, diagnostics } = createCollector(levels);
  report("file-missing", { message: problem });
  return { contract: undefined, document: undefined, diagnostics: diagnostics(), entry: undefined, inputs: [], locate: () => undefined, writtenAt: () => undefined, explained: (diagnostic) => diagnostic };
};
