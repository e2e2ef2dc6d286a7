import { bumpOf } from "../bump.js";
import type { Change, Spot } from "../change.js";

const reportedSpot = ({ pointer, place }: Spot): object => ({
  pointer,
  ...(place === undefined ? {} : { file: place.file, line: place.start.line, column: place.start.column }),
});

/** The changes as plain data, as `--format json` prints them. */
export const changesData = (changes: readonly Change[]): { readonly bump: string; readonly changes: readonly object[] } => ({
  bump: bumpOf(changes) ?? "none",
  changes: changes.map(({ before, after, ...change }) => ({
    ...change,
    ...(before === undefined ? {} : { before: reportedSpot(before) }),
    ...(after === undefined ? {} : { after: reportedSpot(after) }),
  })),
});
