import type { Bump, Change } from "../compare/change.js";
import type { Place } from "../diagnostics/place.js";

/** A file that is not what it should be; `path` is relative to the package's folder. */
export interface FileDrift {
  readonly path: string;
  /**
   * missing: it is not there. outdated: it would be another now. edited: somebody changed it since. stale: it would not be made any more.
   * foreign: somebody else's file stands where it is to go.
   */
  readonly kind: "missing" | "outdated" | "edited" | "stale" | "foreign";
  readonly before?: string;
  readonly after?: string;
}

/** A change with the place in the description, as it is now, that it is best shown at. */
export interface PlacedChange extends Change {
  readonly at?: Place;
}

/** What a difference between two versions of a package means for those who use it. */
export type Meaning =
  | { readonly kind: "known"; readonly changes: readonly PlacedChange[]; readonly bump: Bump | "none" }
  /** There is nothing to compare with, for the reason that is given. */
  | { readonly kind: "unknown"; readonly reason: string };

/** One package beside what its description gives. Paths are shown as a user would write them. */
export interface Drift {
  readonly name: string;
  readonly input: string;
  readonly out: string;
  /** failed: the description has errors, so that there is nothing to compare. */
  readonly status: "same" | "drift" | "failed";
  /** From what is on disk to what the description gives. */
  readonly meaning: Meaning;
  readonly files: readonly FileDrift[];
  /** From an earlier revision to what the description gives, where that was asked for. */
  readonly since?: { readonly revision: string; readonly meaning: Meaning };
}

/** The tool's own record of a package is no part of it. */
export const isRecord = ({ path }: FileDrift): boolean => path.startsWith(".openapi-sieve/");

const rankOf = (file: FileDrift): number => (file.kind === "foreign" ? 0 : isRecord(file) ? 2 : 1);

/** What keeps the others from being written comes first, the tool's record of files last. */
export const inOrder = (files: readonly FileDrift[]): readonly FileDrift[] => [...files].sort((left, right) => rankOf(left) - rankOf(right));

/** What became of a file, after its path. */
export const fileSentence = ({ kind }: FileDrift): string =>
  ({
    missing: "is missing",
    outdated: "is outdated",
    edited: "was edited by hand since it was generated; the edit will be overwritten",
    stale: "is left over",
    foreign: "was not generated, and would be lost: move it, or choose another folder",
  })[kind];
