import { isDeepStrictEqual } from "node:util";
import type { Target, Targets } from "../config/targets.js";
import type { Outcome } from "../generate-targets.js";
import type { Stamp } from "../stamp.js";
import { type Burst, type BurstEvent, stepOf } from "./burst.js";
import type { OpenWatcher, Watcher } from "./watcher.js";

/** What a configuration says, and the files that it was read from as they were then. */
export interface Found {
  readonly targets: Targets;
  readonly stamps: readonly Stamp[];
}

/** What is told of a run. */
export type Told =
  /** Something was made, in so many milliseconds; `mended` names what could not be made before. */
  | { readonly kind: "run"; readonly outcomes: readonly Outcome[]; readonly mended: ReadonlySet<string>; readonly milliseconds: number }
  /** The configuration cannot be used any more; the packages stay as they are. */
  | { readonly kind: "usage"; readonly messages: readonly string[] }
  /** From now on a change is noticed. */
  | { readonly kind: "watching"; readonly files: number; readonly packages: number };

/** The world, as far as it is watched. */
export interface WatchHost {
  /** Reads the configuration as it is now. */
  readonly find: () => Promise<Found>;
  /** Makes packages; each is written although others cannot be. */
  readonly generate: (targets: readonly Target[], strict: boolean) => Promise<readonly Outcome[]>;
  readonly isFresh: (stamp: Stamp) => boolean;
  readonly stampOf: (file: string) => Stamp;
  readonly openWatcher: OpenWatcher;
  /** Calls back after so many milliseconds, unless what it answers is called before. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
  /** Milliseconds. */
  readonly now: () => number;
  readonly tell: (told: Told) => void;
}

/** Why it ended: it was told to, there was nothing to begin with, or nothing can be watched. */
export type Ended = { readonly kind: "stopped" } | { readonly kind: "usage"; readonly messages: readonly string[] } | { readonly kind: "failed"; readonly error: unknown };

export interface Watch {
  readonly ended: Promise<Ended>;
  /** Ends it once the run under way has come to its end. */
  readonly stop: () => void;
}

/** What is known of a package since it was made last. */
interface Known {
  readonly target: Target;
  readonly stamps: readonly Stamp[];
  readonly hasProblem: boolean;
}

/**
 * Makes the packages, and makes one again when a file that it was made of is another. What tells of changes only wakes it: what has changed is
 * seen by comparing the files with those that were read, so that nothing is lost between reading and watching, and nothing is made for
 * nothing.
 */
export const watchTargets = (host: WatchHost): Watch => {
  let burst: Burst = { kind: "idle" };
  let cancel: () => void = () => {};
  let found: Found | undefined;
  let usable: Extract<Targets, { kind: "targets" }> | undefined;
  const known = new Map<string, Known>();
  let watcher: Watcher | undefined;
  let watched: readonly string[] = [];
  let isStopped = false;
  let settle: (ended: Ended) => void = () => {};
  const ended = new Promise<Ended>((resolve) => (settle = resolve));

  const isStale = (stamps: readonly Stamp[]): boolean => !stamps.every(host.isFresh);

  const end = async (how: Ended): Promise<void> => {
    isStopped = true;
    cancel();
    await watcher?.close();
    settle(how);
  };

  const look = async (): Promise<void> => {
    if (found !== undefined && !isStale(found.stamps)) return;
    found = await host.find();
    const { targets } = found;
    if (targets.kind === "targets") usable = targets;
    else if (usable !== undefined) host.tell({ kind: "usage", messages: targets.messages });
    // an API that is no more is not made again should it come back as it was
    const names = new Set(usable?.targets.map(({ name }) => name));
    for (const name of known.keys()) if (!names.has(name)) known.delete(name);
  };

  const isDue = (target: Target): boolean => {
    const before = known.get(target.name);
    return before === undefined || !isDeepStrictEqual(before.target, target) || isStale(before.stamps);
  };

  const make = async (): Promise<void> => {
    if (usable === undefined || found?.targets.kind === "usage") return;
    const due = usable.targets.filter(isDue);
    if (due.length === 0) return;
    const start = host.now();
    const outcomes = await host.generate(due, usable.strict);
    if (isStopped) return;
    const mended = new Set(outcomes.filter(({ target, problem }) => problem === undefined && known.get(target.name)?.hasProblem === true).map(({ target }) => target.name));
    for (const { target, stamps, problem } of outcomes) {
      const seen = stamps.length > 0 ? stamps : (known.get(target.name)?.stamps ?? [host.stampOf(target.input)]);
      known.set(target.name, { target, stamps: seen, hasProblem: problem !== undefined });
    }
    host.tell({ kind: "run", outcomes, mended, milliseconds: host.now() - start });
  };

  const allStamps = (): readonly Stamp[] => [...(found?.stamps ?? []), ...[...known.values()].flatMap(({ stamps }) => stamps)];

  const heed = async (): Promise<void> => {
    const files = [...new Set(allStamps().map((stamp) => stamp.path))].sort();
    if (watcher !== undefined && isDeepStrictEqual(files, watched)) return;
    const isFirst = watcher === undefined;
    await watcher?.close();
    watched = files;
    watcher = await host.openWatcher(files, { change: () => happen("changed"), error: (error) => void end({ kind: "failed", error }) });
    if (isFirst) host.tell({ kind: "watching", files: files.length, packages: known.size });
  };

  const run = async (): Promise<void> => {
    await look();
    if (!isStopped) await make();
    if (!isStopped) await heed();
  };

  const happen = (event: BurstEvent): void => {
    if (isStopped) return;
    const step = stepOf(burst, event, host.now());
    burst = step.burst;
    cancel();
    if (step.wait !== undefined) cancel = host.after(step.wait, () => happen("quiet"));
    if (step.run === true) void cycle();
  };

  const cycle = async (): Promise<void> => {
    try {
      await run();
      const targets = found?.targets;
      if (isStopped) return await end({ kind: "stopped" });
      if (usable === undefined && targets?.kind === "usage") return await end({ kind: "usage", messages: targets.messages });
      if (isStale(allStamps())) happen("changed");
      happen("done");
    } catch (error) {
      await end(isStopped ? { kind: "stopped" } : { kind: "failed", error });
    }
  };

  burst = { kind: "running", isChanged: false };
  void cycle();

  return {
    ended,
    stop: () => {
      const isRunning = burst.kind === "running";
      isStopped = true;
      cancel();
      // a run under way sees it, and ends
      if (!isRunning) void end({ kind: "stopped" });
    },
  };
};
