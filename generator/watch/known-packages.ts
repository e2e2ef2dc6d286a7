import { isDeepStrictEqual } from "node:util";
import type { Target } from "../config/targets.js";
import type { Outcome } from "../generate-targets.js";
import type { Stamp } from "../stamp.js";
import type { WantedFile } from "../write/compare-folder.js";
import { type Folders, foldersOf, type IsIntact } from "./outputs.js";
import { isContested, type Restorations, withRestoration } from "./restorations.js";

/** What is known of a package since it was made last. */
interface Known {
  readonly target: Target;
  readonly stamps: readonly Stamp[];
  readonly hasProblem: boolean;
  /** What it should hold; nothing where it could not be made. */
  readonly outputs: readonly WantedFile[];
  readonly folders: Folders;
  readonly restored: Restorations;
  /** Is it left as others have changed it? */
  readonly isLeft: boolean;
}

/** A package that is not as it should be. */
export interface Due {
  readonly target: Target;
  /**
   * input: what it is made of is another than it was. output: only what was made is. contested: that too, and it was again and again, so that
   * it is better left.
   */
  readonly reason: "input" | "output" | "contested";
}

interface World {
  readonly isFresh: (stamp: Stamp) => boolean;
  readonly isIntact: IsIntact;
  readonly stampOf: (file: string) => Stamp;
}

/** What is known of all packages. */
export interface KnownPackages {
  readonly due: (targets: readonly Target[], now: number) => readonly Due[];
  /** Notes what became of packages that were due, and gives the names of those that could not be made before. */
  readonly note: (outcomes: readonly Outcome[], due: readonly Due[], now: number) => ReadonlySet<string>;
  /** Notes that a package stays as others have changed it. */
  readonly leave: (target: Target) => void;
  /** Forgets all packages but these: one that is no more is made again should it come back as it was. */
  readonly keep: (targets: readonly Target[]) => void;
  readonly stamps: () => readonly Stamp[];
  readonly folders: () => Iterable<readonly [name: string, folders: Folders]>;
  readonly count: () => number;
}

export const createKnownPackages = (world: World): KnownPackages => {
  const known = new Map<string, Known>();

  const reasonFor = (target: Target, now: number): Due["reason"] | undefined => {
    const before = known.get(target.name);
    if (before === undefined || !isDeepStrictEqual(before.target, target) || !before.stamps.every(world.isFresh)) return "input";
    if (world.isIntact(target.out, before.outputs)) return undefined;
    if (!isContested(before.restored, now)) return "output";
    return before.isLeft ? undefined : "contested";
  };

  /** What could not be written for want of room or of leave, or because it was being deleted, is tried again when its files are touched. */
  const outputsOf = ({ problem, outputs }: Outcome, before: Known | undefined): readonly WantedFile[] => (problem?.kind === "unwritable" ? (before?.outputs ?? []) : outputs);

  const noted = (outcome: Outcome, reason: Due["reason"] | undefined, now: number): Known => {
    const { target, stamps, problem } = outcome;
    const before = known.get(target.name);
    const outputs = outputsOf(outcome, before);
    return {
      target,
      // a run that failed before it read anything was woken by what it read before
      stamps: stamps.length > 0 ? stamps : (before?.stamps ?? [world.stampOf(target.input)]),
      hasProblem: problem !== undefined,
      outputs,
      folders: foldersOf(target.out, outputs),
      restored: reason === "output" ? withRestoration(before?.restored ?? [], now) : [],
      isLeft: false,
    };
  };

  return {
    due: (targets, now) =>
      targets.flatMap((target): readonly Due[] => {
        const reason = reasonFor(target, now);
        return reason === undefined ? [] : [{ target, reason }];
      }),
    note: (outcomes, due, now) => {
      const reasons = new Map(due.map(({ target, reason }) => [target.name, reason]));
      const mended = outcomes.filter(({ target, problem }) => problem === undefined && known.get(target.name)?.hasProblem === true);
      for (const outcome of outcomes) known.set(outcome.target.name, noted(outcome, reasons.get(outcome.target.name), now));
      return new Set(mended.map(({ target }) => target.name));
    },
    leave: ({ name }) => {
      const before = known.get(name);
      if (before !== undefined) known.set(name, { ...before, isLeft: true });
    },
    keep: (targets) => {
      const names = new Set(targets.map(({ name }) => name));
      for (const name of known.keys()) if (!names.has(name)) known.delete(name);
    },
    stamps: () => [...known.values()].flatMap(({ stamps }) => stamps),
    folders: () => [...known].map(([name, { folders }]) => [name, folders] as const),
    count: () => known.size,
  };
};
