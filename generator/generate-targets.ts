import { type Cache, createCache } from "./cache.js";
import type { Target } from "./config/targets.js";
import { displayPath } from "./file-host.js";
import { type Made, makeHere, type Maker, type MakeSettings } from "./make-package.js";
import { stampOf } from "./stamp.js";
import { applyDifferences, type Difference, differences, foreignFiles } from "./write.js";

export interface RunSettings extends MakeSettings {
  readonly cache: boolean;
  /** Is a package written although others could not be made? If not, all are, or none. */
  readonly isEachAlone?: boolean;
  /** Once it is aborted, nothing more is written. */
  readonly signal?: AbortSignal;
}

/** Why a package is as it was. */
export type Problem =
  /** The description has errors. */
  | { readonly kind: "broken" }
  /** The tool has a bug; `error` is its trace. */
  | { readonly kind: "crashed"; readonly error: string }
  /** Files would be lost that somebody else wrote; `message` is a sentence about them. */
  | { readonly kind: "foreign"; readonly message: string }
  /** The folder could not be written. */
  | { readonly kind: "unwritable"; readonly error: unknown }
  /** Another package of the run has a problem, or the run was stopped. */
  | { readonly kind: "left" };

/** What was done about one package. */
export interface Outcome extends Omit<Made, "files" | "rendered"> {
  readonly target: Target;
  readonly problem?: Problem;
  /** Paths relative to the package's folder. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** How many files were as they should be. */
  readonly unchanged: number;
}

/** A package in memory, beside what stands in its folder; or one that the cache says is as it should be. */
interface Prepared extends Made {
  readonly target: Target;
  readonly isCached: boolean;
  readonly changes: readonly Difference[];
  readonly unchanged: number;
  readonly problem?: Problem;
}

const nothing: Made = { files: [], diagnostics: [], rendered: "", shown: "", inputs: [], stamps: [] };

const traceOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const foreignProblem = ({ out }: Target, { files }: Made, changes: readonly Difference[], cwd: string): Problem | undefined => {
  const foreign = foreignFiles(out, files, changes);
  return foreign.length === 0
    ? undefined
    : { kind: "foreign", message: `${displayPath(out, cwd)} holds ${foreign.join(", ")}, which was not generated; choose another folder with --out` };
};

const prepared = (target: Target, made: Made, cwd: string): Prepared => {
  if (made.files.length === 0) return { ...made, target, isCached: false, changes: [], unchanged: 0, problem: { kind: "broken" } };
  const changes = differences(target.out, made.files);
  const problem = foreignProblem(target, made, changes, cwd);
  const unchanged = made.files.length - changes.filter(({ kind }) => kind !== "stale").length;
  return { ...made, target, isCached: false, changes, unchanged, ...(problem === undefined ? {} : { problem }) };
};

const crashed = (target: Target, error: unknown): Prepared => ({
  ...{ ...nothing, target, isCached: false, changes: [], unchanged: 0 },
  problem: { kind: "crashed", error: traceOf(error) },
});

/** The package as the cache has it. */
const known = (target: Target, cache: Cache): Prepared | undefined => {
  const entry = cache.fresh(target);
  if (entry === undefined) return undefined;
  const { diagnostics, outputs } = entry;
  const inputs = entry.inputs.map((input) => input.path);
  const shared = { target, diagnostics, rendered: entry.rendered, shown: entry.rendered, inputs, stamps: inputs.map(stampOf) };
  return { ...shared, isCached: true, files: [], changes: [], unchanged: outputs.length };
};

const prepareAll = async (targets: readonly Target[], settings: RunSettings, cache: Cache, given?: Maker): Promise<readonly Prepared[]> => {
  const found = targets.map((target) => known(target, cache));
  const maker = given ?? makeHere(settings, found.filter((one) => one === undefined).length);
  const prepare = async (target: Target, index: number): Promise<Prepared> => {
    try {
      return found[index] ?? prepared(target, await maker.make(target), settings.cwd);
    } catch (error) {
      return crashed(target, error);
    }
  };
  try {
    return await Promise.all(targets.map(prepare));
  } finally {
    if (given === undefined) await maker.close();
  }
};

const outcomeOf = (one: Prepared, problem: Problem | undefined): Outcome => {
  const { target, diagnostics, shown, inputs, stamps, unchanged } = one;
  const shared = { target, diagnostics, shown, inputs, stamps };
  if (problem !== undefined) return { ...shared, problem, written: [], removed: [], unchanged: 0 };
  const paths = (isStale: boolean): readonly string[] => one.changes.filter(({ kind }) => (kind === "stale") === isStale).map((change) => change.path);
  return { ...shared, written: paths(false), removed: paths(true), unchanged };
};

/** Why it could not be written, if it could not. */
const write = (one: Prepared, cache: Cache): Problem | undefined => {
  if (one.isCached) return undefined;
  try {
    applyDifferences(one.target.out, one.changes);
    cache.store(one.target, one);
    return undefined;
  } catch (error) {
    return { kind: "unwritable", error };
  }
};

const left: Problem = { kind: "left" };

/**
 * Makes the packages of all targets, then writes them, and tells of each in their order. Every one is made in memory before the first file is
 * written, so that an error in one description leaves everything as it was. All that goes wrong is a value.
 */
export const generateTargets = async (targets: readonly Target[], settings: RunSettings, maker?: Maker): Promise<readonly Outcome[]> => {
  const { cwd, strict, most, isEachAlone = false, signal } = settings;
  const cache = createCache(cwd, settings.cache, [strict, most]);
  const all = await prepareAll(targets, settings, cache, maker);
  let isStopped = signal?.aborted === true || (!isEachAlone && all.some(({ problem }) => problem !== undefined));
  return all.map((one) => {
    const problem = one.problem ?? (isStopped ? left : write(one, cache));
    if (problem?.kind === "unwritable" && !isEachAlone) isStopped = true;
    return outcomeOf(one, problem);
  });
};
