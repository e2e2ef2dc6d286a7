import { type Cache, createCache } from "./cache.js";
import type { Target } from "./config/targets.js";
import { withoutColors } from "./diagnostics/without-colors.js";
import { displayPath } from "./file-host.js";
import { type Made, makeHere, type Maker, type MakeSettings } from "./make-package.js";
import { type HearStage, type Stopwatch, stopwatchFor } from "./progress/stage.js";
import { stampOf } from "./stamp.js";
import type { Comparison, WantedFile } from "./write/compare-folder.js";
import { type Notice, noticesOf } from "./write/notices.js";
import { standardSettings, writeFolders, type WriteResult } from "./write/write-folders.js";

export interface RunSettings extends MakeSettings {
  /** Is a package written although others could not be made? If not, all are, or none. */
  readonly isEachAlone?: boolean;
  /** Once it is aborted, nothing more is written. */
  readonly signal?: AbortSignal;
  /** Told where a run has to wait for another one, or brings one to its end that was interrupted. */
  readonly tell?: (message: string) => void;
  /** Opens what makes these packages; `makeHere` if left out. */
  readonly open?: (targets: readonly Target[]) => Maker;
  /** Told when stages begin and end. */
  readonly hear?: HearStage;
}

/** Why a package is as it was. */
export type Problem =
  /** The description has errors. */
  | { readonly kind: "broken" }
  /** The tool has a bug; `error` is its trace. */
  | { readonly kind: "crashed"; readonly error: string }
  /** Files would be lost that somebody else wrote; `message` is a sentence about them. */
  | { readonly kind: "foreign"; readonly message: string }
  /** The folder could not be written; `reason` is a sentence. */
  | { readonly kind: "unwritable"; readonly reason: string }
  /** Another package of the run has a problem, or the run was stopped. */
  | { readonly kind: "left" };

/** What was done about one package. */
export interface Outcome extends Omit<Made, "files" | "rendered" | "keptTypes"> {
  readonly target: Target;
  readonly problem?: Problem;
  /** Paths relative to the package's folder. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** How many files were as they should be. */
  readonly unchanged: number;
  /** Files that somebody had edited, or that stay although they are not wanted. */
  readonly notices: readonly Notice[];
  /** The files of the package, if it is as it should be now. */
  readonly outputs: readonly WantedFile[];
}

/** A package in memory; or one that the cache says is as it should be: these files. */
interface Prepared extends Made {
  readonly target: Target;
  readonly cached?: readonly WantedFile[];
  readonly problem?: Problem;
}

const nothing: Made = { files: [], diagnostics: [], rendered: "", shown: "", inputs: [], stamps: [] };

const traceOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const prepared = (target: Target, made: Made): Prepared => ({ ...made, target, ...(made.files.length === 0 ? { problem: { kind: "broken" } } : {}) });

const crashed = (target: Target, error: unknown): Prepared => ({ ...nothing, target, problem: { kind: "crashed", error: traceOf(error) } });

/** The package as the cache has it. */
const known = (target: Target, cache: Cache, color: boolean): Prepared | undefined => {
  const entry = cache.fresh(target);
  if (entry === undefined) return undefined;
  const { diagnostics, outputs } = entry;
  const inputs = entry.inputs.map((input) => input.path);
  const shared = { target, diagnostics, rendered: entry.rendered, shown: color ? entry.rendered : withoutColors(entry.rendered), inputs, stamps: inputs.map(stampOf) };
  return { ...shared, files: [], cached: outputs };
};

const prepareAll = async (targets: readonly Target[], settings: RunSettings, cache: Cache, stopwatch: Stopwatch): Promise<readonly Prepared[]> => {
  const { color, hear, open = (due: readonly Target[]) => makeHere(settings, due.length) } = settings;
  const asked = stopwatch.begin("cache");
  const found = targets.map((target) => known(target, cache, color));
  asked();
  const maker = open(targets.filter((_, index) => found[index] === undefined));
  const prepare = async (target: Target, index: number): Promise<Prepared> => {
    try {
      return found[index] ?? prepared(target, await maker.make(target, hear));
    } catch (error) {
      return crashed(target, error);
    }
  };
  try {
    return await Promise.all(targets.map(prepare));
  } finally {
    await maker.close();
  }
};

const outcomeOf = (one: Prepared, problem: Problem | undefined, comparison?: Comparison): Outcome => {
  const { target, diagnostics, shown, inputs, stamps, cached = [] } = one;
  const shared = { target, diagnostics, shown, inputs, stamps };
  if (problem !== undefined) return { ...shared, problem, written: [], removed: [], unchanged: 0, notices: [], outputs: [] };
  if (comparison === undefined) return { ...shared, written: [], removed: [], unchanged: cached.length, notices: [], outputs: cached };
  const paths = (isStale: boolean): readonly string[] => comparison.changes.filter(({ kind }) => (kind === "stale") === isStale).map((change) => change.path);
  return { ...shared, written: paths(false), removed: paths(true), unchanged: comparison.unchanged, notices: noticesOf(comparison), outputs: comparison.wanted };
};

const left: Problem = { kind: "left" };

/** What would be lost, since the folder holds something else than a package of ours. */
const foreignProblem = ({ out }: Target, { foreign }: Comparison, cwd: string): Problem => ({
  kind: "foreign",
  message: `${displayPath(out, cwd)} holds ${foreign.join(", ")}, which was not generated; move it, or choose another folder with --out`,
});

const problemOf = (target: Target, result: WriteResult, cwd: string): Problem | undefined => {
  switch (result.kind) {
    case "written":
      return undefined;
    case "foreign":
      return foreignProblem(target, result.comparison, cwd);
    case "failed":
      return { kind: "unwritable", reason: result.reason };
    case "left":
      return left;
  }
};

/** Packages that are in memory are written: all or none, or each alone. */
const writeAll = async (made: readonly Prepared[], { cwd, isEachAlone = false, signal, tell = () => {} }: RunSettings): Promise<readonly WriteResult[]> => {
  const settings = { ...standardSettings(), tell: (folder: string, message: string) => tell(`${displayPath(folder, cwd)}: ${message}`) };
  const folders = made.map(({ target, files }) => ({ folder: target.out, files }));
  if (!isEachAlone) return writeFolders(folders, settings);
  const results: WriteResult[] = [];
  for (const one of folders) results.push(...(signal?.aborted === true ? [left] : await writeFolders([one], settings)));
  return results;
};

/**
 * Makes the packages of all targets, then writes them, and tells of each in their order. Every one is made in memory before the first file is
 * written, so that an error in one description leaves everything as it was. All that goes wrong is a value.
 */
export const generateTargets = async (targets: readonly Target[], settings: RunSettings): Promise<readonly Outcome[]> => {
  const { cwd, strict, most, isEachAlone = false, signal, hear } = settings;
  const cache = createCache({ cwd, folder: settings.cacheFolder, settings: [strict, most] });
  const stopwatch = stopwatchFor("", hear);
  const all = await prepareAll(targets, settings, cache, stopwatch);
  const isStopped = signal?.aborted === true || (!isEachAlone && all.some(({ problem }) => problem !== undefined));
  if (isStopped) return all.map((one) => outcomeOf(one, one.problem ?? left));
  const made = all.filter(({ problem, cached }) => problem === undefined && cached === undefined);
  const wrote = stopwatch.begin("write");
  const written = await writeAll(made, settings);
  wrote();
  const noted = stopwatch.begin("cache");
  const outcomes = all.map((one) => {
    const result = written[made.indexOf(one)];
    const problem = one.problem ?? (result === undefined ? undefined : problemOf(one.target, result, cwd));
    if (result?.kind === "written") cache.store(one.target, { ...one, files: result.comparison.wanted });
    return outcomeOf(one, problem, result?.kind === "written" ? result.comparison : undefined);
  });
  noted();
  return outcomes;
};
