import type { Place } from "../diagnostics/place.js";
import type { Direction } from "../model/directions.js";
import type { Pointer } from "../source/pointer.js";

export const changeClasses = ["breaking for callers", "breaking for readers", "compatible"] as const;

export type ChangeClass = (typeof changeClasses)[number];

/** The part of a version that a change raises. */
export const bumps = ["major", "minor", "patch"] as const;

export type Bump = (typeof bumps)[number];

/** How a kind of change is classed, and the rule that says why. */
export interface Verdict {
  readonly class: ChangeClass;
  readonly rule: string;
  /** Of what is compatible: is there something new, or does only what is said of it change? */
  readonly bump?: "minor" | "patch";
}

/** One kind of change: what is found, and how it is classed where values are sent and where they are read. */
export interface ChangeKind {
  readonly title: string;
  /** The verdict where values go no way: names, operations. */
  readonly verdict?: Verdict;
  /** The verdict on what is sent, and on what is read. */
  readonly request?: Verdict;
  readonly response?: Verdict;
}

/** A place in the old or the new description. */
export interface Spot {
  readonly pointer: Pointer;
  /** Where that is in a file; absent where only a surface is at hand. */
  readonly place?: Place;
}

/** A difference, not yet classed. */
export interface Finding<Code extends string = string> {
  readonly code: Code;
  /** What it is about: `Pet.name`, `listPets where.name`. */
  readonly subject: string;
  /** What became of it: `string → number`. */
  readonly detail: string;
  readonly directions?: readonly Direction[];
  readonly before?: Spot;
  readonly after?: Spot;
  /** Exported names that come and go with it, and need no word of their own. */
  readonly names?: readonly string[];
}

/** A difference between two surfaces, with what follows from it. */
export interface Change {
  readonly code: string;
  readonly class: ChangeClass;
  /** Why it is classed so, in a sentence. */
  readonly rule: string;
  readonly bump: Bump;
  /** Which way the values go that it is judged for; absent where they go none. */
  readonly direction?: Direction;
  readonly subject: string;
  readonly detail: string;
  readonly before?: Spot;
  readonly after?: Spot;
}

export const isBreaking = ({ class: found }: Pick<Change, "class">): boolean => found !== "compatible";
