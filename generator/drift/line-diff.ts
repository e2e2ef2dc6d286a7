import { structuredPatch } from "diff";
import type { FileDrift } from "./drift.js";

/** Lines that are added and removed beyond which no difference is looked for: it would take long, and nobody would read it. */
const mostEdits = 500;

/** "1 more line", "2 more lines" */
const more = (count: number): string => `… ${count} more line${count === 1 ? "" : "s"}`;

/** Other line ends are no difference, so they make none. */
const withLineFeeds = (text: string): string => text.replaceAll("\r\n", "\n");

/** The first lines of the difference between a file and what it should be; a line with a count stands for the others. */
export const lineDiff = ({ path, before = "", after = "" }: FileDrift, most: number): readonly string[] => {
  const patch = structuredPatch(path, path, withLineFeeds(before), withLineFeeds(after), undefined, undefined, { context: 1, maxEditLength: mostEdits });
  if (patch === undefined) return [`… more than ${mostEdits} lines`];
  const lines = patch.hunks.flatMap((hunk) => [`@@ line ${hunk.oldStart} @@`, ...hunk.lines]);
  return lines.length <= most ? lines : [...lines.slice(0, most), more(lines.length - most)];
};

/** The number of the first line that differs, from 1: in the file as it is, and not beyond its end. */
export const firstDifference = ({ before = "", after = "" }: FileDrift): number => {
  const [old, wanted] = [withLineFeeds(before).split("\n"), withLineFeeds(after).split("\n")];
  const index = old.findIndex((line, at) => line !== wanted[at]);
  return index === -1 ? Math.max(1, old.length) : index + 1;
};
