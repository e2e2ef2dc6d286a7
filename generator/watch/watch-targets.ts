import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Target, Targets } from "../config/targets.js";
import type { Outcome } from "../generate-targets.js";
import type { Stamp } from "../stamp.js";
import { manifestPath } from "../write/manifest.js";
import { type Burst, type BurstEvent, stepOf } from "./burst.js";
import { createKnownPackages } from "./known-packages.js";
import type { IsIntact } from "./outputs.js";
import type { OpenWatcher, Watched, Watcher } from "./watcher.js";

/** What a configuration says, and the files that it was read from as they were then. */
export interface Found {
  readonly targets: Targets;
  readonly stamps: readonly Stamp[];
}

/** What is told of a run. */
export type Told =
  /** Something was made, in so many milliseconds; `mended` names what could not be made before. */
  | { readonly kind: "run"; readonly outcomes: readonly Outcome[]; readonly mended: ReadonlySet<string>; readonly milliseconds: number }
  /** Something else changes a package each time it is made, so it stays as that leaves it. */
  | { readonly kind: "contested"; readonly target: Target }
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
  readonly isIntact: IsIntact;
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

/**
 * Makes the packages, and makes one again when a file that it was made of is another, or one of its own. What tells of changes only wakes it: what has changed is
 * seen by comparing the files with those that were read, and with those that were written. So nothing is lost between reading and watching,
 * nothing is made for nothing, and what it writes itself wakes it for nothing.
 */
export const watchTargets = (host: WatchHost): Watch => {
  let burst: Burst = { kind: "idle" };
  let cancel: () => void = () => {};
  let found: Found | undefined;
  let usable: Extract<Targets, { kind: "targets" }> | undefined;
  const packages = createKnownPackages(host);
  let watcher: Watcher | undefined;
  let watched: Watched | undefined;
  let isStopped = false;
  let settle: (ended: Ended) => void = () => {};
  const ended = new Promise<Ended>((resolve) => (settle = resolve));

  const end = async (how: Ended): Promise<void> => {
    isStopped = true;
    cancel();
    await watcher?.close();
    settle(how);
  };

  const look = async (): Promise<void> => {
    if (found?.stamps.every(host.isFresh) === true) return;
    found = await host.find();
    const { targets } = found;
    if (targets.kind === "targets") usable = targets;
    else if (usable !== undefined) host.tell({ kind: "usage", messages: targets.messages });
    packages.keep(usable?.targets ?? []);
  };

  const follow = (): void => {
    for (const [name, folders] of packages.folders()) watcher?.follow(name, folders);
  };

  /** Answers with the packages that it could make. */
  const make = async (): Promise<readonly Target[]> => {
    if (usable === undefined || found?.targets.kind === "usage") return [];
    const start = host.now();
    const all = packages.due(usable.targets, start);
    for (const { target, reason } of all) {
      if (reason !== "contested") continue;
      packages.leave(target);
      host.tell({ kind: "contested", target });
    }
    const due = all.filter(({ reason }) => reason !== "contested");
    if (due.length === 0) return [];
    const outcomes = await host.generate(due.map(({ target }) => target), usable.strict);
    if (isStopped) return [];
    const mended = packages.note(outcomes, due, host.now());
    host.tell({ kind: "run", outcomes, mended, milliseconds: host.now() - start });
    return outcomes.flatMap(({ target, problem }) => (problem === undefined ? [target] : []));
  };

  const allStamps = (): readonly Stamp[] => [...(found?.stamps ?? []), ...packages.stamps()];

  const heed = async (): Promise<void> => {
    const inputs = [...new Set(allStamps().map((stamp) => stamp.path))].sort();
    const next = { inputs, outputs: (usable?.targets ?? []).map(({ out }) => path.join(out, manifestPath)) };
    if (watcher !== undefined && isDeepStrictEqual(next, watched)) return follow();
    const before = watcher;
    watched = next;
    watcher = await host.openWatcher(next, { happen, error: (error) => void end({ kind: "failed", error }) });
    follow();
    await before?.close();
    if (before === undefined) host.tell({ kind: "watching", files: inputs.length, packages: packages.count() });
  };

  /** Is there something to do already? What changed before it was watched is told by nobody. */
  const run = async (): Promise<boolean> => {
    await look();
    // before it is compared, so that nothing comes between
    follow();
    const made = isStopped ? [] : await make();
    if (!isStopped) await heed();
    return !isStopped && (!allStamps().every(host.isFresh) || packages.due(made, host.now()).length > 0);
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
      const isStale = await run();
      const targets = found?.targets;
      if (isStopped) return await end({ kind: "stopped" });
      if (usable === undefined && targets?.kind === "usage") return await end({ kind: "usage", messages: targets.messages });
      if (isStale) happen("changed");
      happen("done");
    } catch (error) {
      await end(isStopped ? { kind: "stopped" } : { kind: "failed", error });
    }
  };

  burst = { kind: "running", next: undefined };
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
