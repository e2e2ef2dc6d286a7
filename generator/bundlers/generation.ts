import { existsSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { defaultMost } from "../commands/options.js";
import type { Targets } from "../config/targets.js";
import { printable } from "../diagnostics/printable.js";
import { tally } from "../diagnostics/tally.js";
import { displayPath } from "../file-host.js";
import type { Outcome } from "../generate-targets.js";
import type { Maker, MakeSettings } from "../make-package.js";
import { isFresh, type Stamp, stampOf } from "../stamp.js";
import { GenerationError } from "./generation-error.js";
import type { Split } from "./plugin-options.js";

/** What became of the packages. */
export interface Result {
  /** Why some of them are as they were. */
  readonly error?: GenerationError;
  /** The warnings as text; empty where there are none. */
  readonly warnings: string;
  /** A line for each package of which something was written or removed. */
  readonly news: readonly string[];
}

/** Keeps the packages of a configuration what their descriptions say. */
export interface Generation {
  /** Brings the packages up to date. Runs do not overlap: who asks before one has begun shares it. */
  readonly run: () => Promise<Result>;
  /** Absolute paths of the files that the last run asked for, those among them that are missing too. */
  readonly files: () => ReadonlySet<string>;
  /** Has one of them changed since? */
  readonly isOutdated: () => boolean;
  /** From now on what a run has loaded stays for the next one, until it is closed: for whoever watches. */
  readonly keep: () => void;
  /** Lets go of it once the run under way has ended. */
  readonly close: () => Promise<void>;
}

const newsOf = ({ target, written, removed }: Outcome, cwd: string): readonly string[] =>
  written.length + removed.length === 0
    ? []
    : [`${target.name}: ${written.length} written${removed.length === 0 ? "" : `, ${removed.length} removed`} in ${displayPath(target.out, cwd)}`];

/** Why a package is as it was, as text. */
const whyNot = ({ target, problem, diagnostics, shown }: Outcome, cwd: string): readonly string[] => {
  switch (problem?.kind) {
    case "broken":
      return [`${shown}\n${tally(diagnostics)}: ${target.name} stays as it was`];
    case "crashed":
      return [`${target.name}: openapi-sieve has a bug, please report it:\n${problem.error}`];
    case "foreign":
      return [problem.message];
    case "unwritable":
      return [`cannot write ${displayPath(target.out, cwd)}: ${problem.reason}`];
    default:
      return [];
  }
};

const warningsOf = ({ target, problem, shown, notices }: Outcome, cwd: string): readonly string[] => [
  ...(problem !== undefined || shown === "" ? [] : [shown]),
  ...notices.map((notice) => `${displayPath(target.out, cwd)}/${printable(notice.path)}: ${notice.message}`),
];

const resultOf = (outcomes: readonly Outcome[], cwd: string): Result => {
  const failed = outcomes.filter(({ problem }) => problem !== undefined);
  const message = failed.flatMap((outcome) => whyNot(outcome, cwd)).join("\n\n");
  return {
    ...(failed.length > 0 && { error: new GenerationError(message, failed.flatMap(({ diagnostics }) => diagnostics)) }),
    warnings: outcomes.flatMap((outcome) => warningsOf(outcome, cwd)).join("\n"),
    news: outcomes.flatMap((outcome) => newsOf(outcome, cwd)),
  };
};

const findTargets = async ({ inline, cwd, config }: Split): Promise<Targets> => {
  const targets = await import("../config/targets.js");
  if (inline !== undefined) return targets.targetsOf(inline, cwd, "the options of openapi-sieve");
  return targets.findTargets({ cwd, ...(config !== undefined && { config }), inputs: [], overlays: [], only: undefined, access: {} });
};

/** What a run found, and what it was made of. */
interface Made {
  readonly result: Result;
  readonly stamps: readonly Stamp[];
  readonly folders: readonly string[];
}

const nothingNew = ({ result }: Made): Result => ({ ...result, news: [] });

/** Would another run find anything else? What came from the network is not asked for again and again. */
const isCurrent = ({ result, stamps, folders }: Made): boolean => result.error === undefined && stamps.every(isFresh) && folders.every((folder) => existsSync(folder));

/** A maker with all that it has loaded, as long as it is asked for with the same settings. */
interface KeptMaker {
  readonly for: (settings: MakeSettings) => Promise<Maker>;
  readonly release: () => Promise<void>;
}

const keepMaker = (): KeptMaker => {
  let kept: { readonly settings: MakeSettings; readonly maker: Maker } | undefined;
  const release = async (): Promise<void> => {
    const before = kept;
    kept = undefined;
    await before?.maker.close();
  };
  return {
    for: async (settings) => {
      if (kept !== undefined && isDeepStrictEqual(kept.settings, settings)) return kept.maker;
      await release();
      const { makeHere } = await import("../make-package.js");
      const maker = makeHere(settings);
      kept = { settings, maker };
      return maker;
    },
    release,
  };
};

const isCrashed = ({ problem }: Outcome): boolean => problem?.kind === "crashed";

const make = async (split: Split, cwd: string, kept: KeptMaker | undefined): Promise<Made> => {
  const found = await findTargets({ ...split, cwd });
  const own = found.files.map(stampOf);
  if (found.kind === "usage") return { result: { error: new GenerationError(found.messages.join("\n")), warnings: "", news: [] }, stamps: own, folders: [] };
  // all that writes code, which a configuration that says nothing does not need
  const { generateTargets } = await import("../generate-targets.js");
  const { cacheFolderFor } = await import("../cache-folder.js");
  const settings = { cwd, strict: split.strict || found.strict, most: defaultMost, color: false, cacheFolder: cacheFolderFor({ ...split, cwd, cache: true }) };
  const maker = await kept?.for(settings);
  const outcomes = await generateTargets(found.targets, { ...settings, isEachAlone: true, ...(maker !== undefined && { open: () => ({ ...maker, close: async () => {} }) }) });
  // what went wrong in it may have left it unfit for more
  if (outcomes.some(isCrashed)) await kept?.release();
  return { result: resultOf(outcomes, cwd), stamps: [...own, ...outcomes.flatMap(({ stamps }) => stamps)], folders: found.targets.map(({ out }) => out) };
};

export const createGeneration = (split: Split): Generation => {
  const cwd = path.resolve(split.cwd);
  const kept = keepMaker();
  let isKept = false;
  let made: Made | undefined;

  const runOnce = async (): Promise<Result> => {
    // builds of several environments begin one after the other
    if (made !== undefined && isCurrent(made)) return nothingNew(made);
    made = await make(split, cwd, isKept ? kept : undefined);
    return made.result;
  };

  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<Result> | undefined;
  return {
    run: () => {
      if (waiting !== undefined) return waiting;
      const own = last.then(() => {
        waiting = undefined;
        return runOnce();
      });
      waiting = own;
      // a run that throws is told to who asked for it, and does not stop the next
      last = own.catch(() => undefined);
      return own;
    },
    files: () => new Set(made?.stamps.map((stamp) => stamp.path)),
    isOutdated: () => made?.stamps.every(isFresh) === false,
    keep: () => void (isKept = true),
    close: () => last.then(kept.release),
  };
};
