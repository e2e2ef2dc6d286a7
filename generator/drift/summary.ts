import { tallyOf } from "../compare/render/tally-of.js";
import { type Drift, isRecord, type Meaning } from "./drift.js";

/** counted(2, "file") ~> "2 files" */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const bumpOf = (meaning: Meaning & { kind: "known" }): string => (meaning.bump === "none" ? "" : `; a ${meaning.bump} version`);

const textOf = (files: Drift["files"]): string => {
  const count = files.filter((file) => !isRecord(file)).length;
  if (count === 0) return "only the record of what was generated differs";
  return count === 1 ? "the text of 1 file differs" : `the texts of ${count} files differ`;
};

/** Is there nothing of the package yet? */
export const isNew = ({ files, meaning }: Pick<Drift, "files" | "meaning">): boolean => meaning.kind === "unknown" && files.every(({ kind }) => kind === "missing");

/** What the drift of a package comes to, in a line. */
export const driftSentence = ({ meaning, files, out }: Drift): string => {
  const edited = files.filter(({ kind }) => kind === "edited").length;
  const byHand = edited === 0 ? "" : `; ${counted(edited, "file")} ${edited === 1 ? "was" : "were"} edited by hand`;
  if (isNew({ files, meaning })) return `there is no package in ${out} yet; it would have ${counted(files.length, "file")}`;
  if (meaning.kind === "unknown") return `${textOf(files)}${byHand}; ${meaning.reason}`;
  if (meaning.changes.length === 0) return `the API is the same; ${textOf(files)}${byHand}`;
  return `the API changes: ${tallyOf(meaning.changes)}${bumpOf(meaning)}${byHand}`;
};

/** A hash as git shortens it. */
const short = (revision: string): string => (/^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 12) : revision);

/** What has changed since a revision, in a line. */
export const sinceSentence = ({ revision, meaning }: NonNullable<Drift["since"]>): string => {
  const since = `since ${short(revision)}`;
  if (meaning.kind === "unknown") return `${since}: ${meaning.reason}`;
  if (meaning.changes.length === 0) return `${since}: the API is the same`;
  return `${since}: ${tallyOf(meaning.changes)}${bumpOf(meaning)}`;
};
