import path from "node:path";
import { readFormer } from "./cache.js";
import { isUrl } from "./config/input-problem.js";
import type { Checked } from "./check-package.js";
import { keptVersion } from "./config/kept-version.js";
import type { Target } from "./config/targets.js";
import type { ReportedDiagnostic } from "./diagnostics/report.js";
import { withoutColors } from "./diagnostics/without-colors.js";
import { rendered, reportedDiagnostics } from "./findings.js";
import type { GeneratedFile } from "./generate-package.js";
import { generateWith } from "./generate.js";
import { once } from "./once.js";
import { atMost } from "./print/at-most.js";
import { type HearStage, type Stopwatch, stopwatchFor } from "./progress/stage.js";
import { createStampedHost, type Stamp, stampOf } from "./stamp.js";
import { type AllTools, loadTools, warmUp } from "./tools.js";

export interface MakeSettings {
  /** What paths are shown relative to. */
  readonly cwd: string;
  /** Warnings are errors. */
  readonly strict: boolean;
  /** Diagnostics of a description that are rendered. */
  readonly most: number;
  readonly color: boolean;
  /** Where the cache is, as `cacheFolderFor` says it. */
  readonly cacheFolder?: string | undefined;
}

/** What became of one description: plain data, which threads hand to each other. */
export interface Made {
  /** The package; empty where the description has errors. */
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** The diagnostics as text for people: with colours, and as it was asked for. */
  readonly rendered: string;
  readonly shown: string;
  /** Absolute paths of the files that were read, or URLs. */
  readonly inputs: readonly string[];
  /** Every file that was asked for, as it was then: another answer could lead to another package. */
  readonly stamps: readonly Stamp[];
  /** What the next run wants to know of the plain types, where that saves time. */
  readonly keptTypes?: string;
}

/** Makes packages in memory. Whoever makes some again and again keeps it, with all that it has loaded. */
export interface Maker {
  /** Rejects where the tool has a bug. */
  readonly make: (target: Target, hear?: HearStage) => Promise<Made>;
  readonly close: () => Promise<void>;
}

const makePackage = async (target: Target, { cwd, strict, most, color, cacheFolder }: MakeSettings, load: () => Promise<AllTools>, stopwatch: Stopwatch): Promise<Made> => {
  const former = cacheFolder === undefined ? undefined : readFormer(cacheFolder, cwd, target.out);
  // before the description is read, since it happens in another thread; where there is something to take over, it may not be needed
  if (former === undefined || former.isEmpty) warmUp(load);
  const { hostOver, stamps } = createStampedHost(cwd);
  const result = await generateWith({ ...target, version: keptVersion(target.out), cwd, build: true, strict, hostOver, stopwatch, ...(former === undefined ? {} : { former }) }, load);
  const told = stopwatch.begin("report");
  const colored = rendered(result, true, most);
  told();
  return {
    files: result.files,
    ...(result.keptTypes === undefined ? {} : { keptTypes: result.keptTypes }),
    diagnostics: reportedDiagnostics(result),
    rendered: colored,
    shown: color ? colored : withoutColors(colored),
    inputs: result.inputs.map((input) => (isUrl(input.path) ? input.path : path.resolve(cwd, input.path))),
    // an input that is no file is not even tried
    stamps: stamps().length > 0 || isUrl(target.input) ? stamps() : [stampOf(target.input)],
  };
};

/** Holds packages against what their descriptions give. */
export interface Checker {
  /** Also tells what has changed since a revision of git, if one is named. Rejects where the tool has a bug. */
  readonly check: (target: Target, revision: string | undefined, hear?: HearStage) => Promise<Checked>;
  readonly close: () => Promise<void>;
}

/** Packages that are in the making at a time: while the plain types of one are written in another thread, the next is read. */
const together = 2;

export interface Place {
  /** The number of this thread; 0 is the first of the process. */
  readonly thread: number;
  /** May it start another one for the plain types? */
  readonly isAlone: boolean;
}

/** In this thread, and the one that writes plain types; for at most so many packages. */
export const makeHere = (settings: MakeSettings, packages = Number.POSITIVE_INFINITY, { thread, isAlone }: Place = { thread: 0, isAlone: true }): Maker & Checker => {
  const tools = once(() => loadTools(isAlone ? packages : 0));
  const limited = atMost(together);
  const timed = async <Result>({ name }: Target, hear: HearStage | undefined, task: (stopwatch: Stopwatch) => Promise<Result>): Promise<Result> => {
    const stopwatch = stopwatchFor(name, hear, thread);
    const done = stopwatch.begin("package");
    try {
      return await task(stopwatch);
    } finally {
      done();
    }
  };
  const check = async (target: Target, revision: string | undefined, stopwatch: Stopwatch): Promise<Checked> => {
    // what only compares is not loaded by those who write
    const loaded = stopwatch.begin("tools");
    const { checkPackage } = await import("./check-package.js");
    loaded();
    return checkPackage(target, settings, revision, tools.get, stopwatch);
  };
  return {
    make: (target, hear) => limited(() => timed(target, hear, (stopwatch) => makePackage(target, settings, tools.get, stopwatch))),
    check: (target, revision, hear) => limited(() => timed(target, hear, (stopwatch) => check(target, revision, stopwatch))),
    close: tools.close,
  };
};
