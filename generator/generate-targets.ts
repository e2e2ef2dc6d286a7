import path from "node:path";
import { type Cache, createCache } from "./cache.js";
import { isUrl } from "./config/input-problem.js";
import type { Target } from "./config/targets.js";
import type { ReportedDiagnostic } from "./diagnostics/report.js";
import { displayPath } from "./file-host.js";
import { rendered, reportedDiagnostics } from "./findings.js";
import type { GeneratedFile } from "./generate-package.js";
import { generateWith } from "./generate.js";
import { once } from "./once.js";
import { type AllTools, loadTools } from "./tools.js";
import { applyDifferences, type Difference, differences, foreignFiles } from "./write.js";

export interface RunSettings {
  /** What paths are shown relative to, and where the cache is. */
  readonly cwd: string;
  /** Warnings are errors. */
  readonly strict: boolean;
  /** Diagnostics of a description that are rendered. */
  readonly most: number;
  readonly color: boolean;
  readonly cache: boolean;
}

/** What a run makes packages with; whoever runs again keeps it. */
export interface Kit {
  readonly load: () => Promise<AllTools>;
}

/** What became of one description, as plain data. */
export interface Made {
  /** The package; empty where the description has errors. */
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** The diagnostics as text for people: plain, and as it was asked for. */
  readonly rendered: string;
  readonly shown: string;
  /** Absolute paths of the files that were read. */
  readonly inputs: readonly string[];
}

/** A package in memory, beside what stands in its folder; or one that the cache says is as it should be. */
interface Prepared extends Made {
  readonly target: Target;
  readonly isCached: boolean;
  readonly changes: readonly Difference[];
  /** Files that are as they should be. */
  readonly unchanged: number;
}

/** What was done about one package. */
export interface Outcome extends Omit<Made, "files" | "rendered"> {
  readonly target: Target;
  /** Does the description have errors? Then the package is as it was. */
  readonly isBroken: boolean;
  /** Paths relative to the package's folder. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

export type Run =
  | { readonly kind: "written"; readonly outcomes: readonly Outcome[] }
  /** A description has errors: nothing was written. */
  | { readonly kind: "broken"; readonly outcomes: readonly Outcome[] }
  /** Files would be lost that somebody else wrote: nothing was written. */
  | { readonly kind: "foreign"; readonly outcomes: readonly Outcome[]; readonly messages: readonly string[] }
  /** A package could not be written; those before it were. */
  | { readonly kind: "unwritable"; readonly outcomes: readonly Outcome[]; readonly target: Target; readonly error: unknown };

/** One package in memory. */
const makePackage = async (target: Target, { cwd, strict, most, color }: RunSettings, { load }: Kit): Promise<Made> => {
  // loading begins before the description is read, since most of it happens in another thread
  void load();
  const result = await generateWith({ ...target, cwd, build: true, strict }, load);
  const plain = rendered(result, false, most);
  return {
    files: result.files,
    diagnostics: reportedDiagnostics(result),
    rendered: plain,
    shown: color ? rendered(result, true, most) : plain,
    inputs: result.inputs.map((input) => (isUrl(input.path) ? input.path : path.resolve(cwd, input.path))),
  };
};

const prepared = (target: Target, made: Made): Prepared => {
  const changes = made.files.length === 0 ? [] : differences(target.out, made.files);
  const unchanged = made.files.length - changes.filter(({ kind }) => kind !== "stale").length;
  return { ...made, target, isCached: false, changes, unchanged };
};

/** The package as the cache has it. */
const known = (target: Target, cache: Cache): Prepared | undefined => {
  const entry = cache.fresh(target);
  if (entry === undefined) return undefined;
  const { diagnostics, inputs, outputs } = entry;
  const shared = { target, diagnostics, rendered: entry.rendered, shown: entry.rendered, inputs: inputs.map((input) => input.path) };
  return { ...shared, isCached: true, files: [], changes: [], unchanged: outputs.length };
};

const isBroken = ({ isCached, files }: Prepared): boolean => !isCached && files.length === 0;

const prepareAll = async (targets: readonly Target[], settings: RunSettings, cache: Cache, given?: Kit): Promise<readonly Prepared[]> => {
  const found = targets.map((target) => known(target, cache));
  const own = once(() => loadTools(found.filter((one) => one === undefined).length));
  const kit: Kit = given ?? { load: own.get };
  try {
    return await Promise.all(
      targets.map(async (target, index) => found[index] ?? prepared(target, await makePackage(target, settings, kit))),
    );
  } finally {
    await own.close();
  }
};

const outcomeOf = (one: Prepared, isWritten: boolean): Outcome => {
  const { target, diagnostics, shown, inputs, unchanged } = one;
  const paths = (isStale: boolean): readonly string[] =>
    isWritten ? one.changes.filter(({ kind }) => (kind === "stale") === isStale).map((change) => change.path) : [];
  return { target, isBroken: isBroken(one), diagnostics, shown, inputs, written: paths(false), removed: paths(true), unchanged: isWritten ? unchanged : 0 };
};

/** What would be lost, since the folder holds something else than a package of ours. */
const losses = (all: readonly Prepared[], cwd: string): readonly string[] =>
  all.flatMap(({ target, files, changes }) => {
    const foreign = foreignFiles(target.out, files, changes);
    const out = displayPath(target.out, cwd);
    return foreign.length === 0 ? [] : [`${out} holds ${foreign.join(", ")}, which was not generated; choose another folder with --out`];
  });

const write = (one: Prepared, cache: Cache): void => {
  if (one.isCached) return;
  applyDifferences(one.target.out, one.changes);
  cache.store(one.target, one);
};

/**
 * Makes the packages of all targets, then writes them. Every one is made in memory before the first file is written, so
 * that an error in one description leaves everything as it was. Errors are values; what is thrown is a bug of the tool.
 */
export const generateTargets = async (targets: readonly Target[], settings: RunSettings, kit?: Kit): Promise<Run> => {
  const cache = createCache(settings.cwd, settings.cache, [settings.strict, settings.most]);
  const all = await prepareAll(targets, settings, cache, kit);
  const unwritten = all.map((one) => outcomeOf(one, false));
  if (all.some(isBroken)) return { kind: "broken", outcomes: unwritten };
  const messages = losses(all.filter(({ isCached }) => !isCached), settings.cwd);
  if (messages.length > 0) return { kind: "foreign", outcomes: unwritten, messages };
  const outcomes: Outcome[] = [];
  for (const one of all)
    try {
      write(one, cache);
      outcomes.push(outcomeOf(one, true));
    } catch (error) {
      return { kind: "unwritable", outcomes, target: one.target, error };
    }
  return { kind: "written", outcomes };
};
