import { lstatSync } from "node:fs";
import path from "node:path";
import type { Difference } from "./compare-folder.js";
import type { Disk } from "./disk.js";
import { errorCode } from "./error-code.js";
import { hashAt, type Journal, journalName, journalText, kept, type Places, placesOf, ready, runSteps, type Step, target } from "./journal.js";
import { manifestPath, ownFolder } from "./manifest.js";
import { textHash } from "./text-hash.js";

/** A new tree that waits beside the old one, of which nothing has changed yet. */
export interface Staged {
  /** Puts it in the place of the old one. Throws where that fails, and the old one is back. */
  readonly commit: () => void;
  /** Nothing remains of it, unless it was committed. */
  readonly abandon: () => void;
}

/** The outermost folder around a file that is not there; undefined where all of them are. */
const missingFolder = (file: string, isThere: (below: string) => boolean): string | undefined => {
  const names = path.posix.dirname(file).split("/");
  const around = names[0] === "." ? [] : names.map((_, index) => names.slice(0, index + 1).join("/"));
  return around.find((below) => !isThere(below));
};

/** Manifests last: until then, what is replaced and what is new can be told. */
const inOrder = (changes: readonly Difference[]): readonly Difference[] => {
  const rank = ({ path: file, kind }: Difference): number => (file === manifestPath ? 2 : kind === "stale" ? 1 : 0);
  return [...changes].sort((left, right) => rank(left) - rank(right));
};

const keepOld = (file: string, name: string, disk: Disk): void => {
  try {
    disk.link(file, name);
  } catch (error) {
    // not every file system has second names
    if (errorCode(error) === "ENOENT") throw error;
    disk.copy(file, name);
  }
};

/** The steps to the new tree; what they need is written by the way. */
const prepare = (changes: readonly Difference[], places: Places, disk: Disk): readonly Step[] => {
  const steps: Step[] = [];
  const there = new Map<string, boolean>();
  const isThere = (below: string): boolean => {
    const known = there.get(below) ?? lstatSync(target(places, below), { throwIfNoEntry: false }) !== undefined;
    there.set(below, known);
    return known;
  };
  const folders = new Set<string>();
  const made = new Set<string>();
  const makeFolder = (folder: string): void => {
    if (!made.has(folder)) disk.makeFolders(folder);
    made.add(folder);
  };
  makeFolder(kept(places, ""));
  for (const [index, { path: file, before, after }] of inOrder(changes).entries()) {
    const old = String(index);
    if (after === undefined) {
      steps.push({ kind: "removed", path: file, before: hashAt(target(places, file)) ?? "", old });
      continue;
    }
    makeFolder(path.dirname(ready(places, file)));
    disk.writeFile(ready(places, file), after);
    const whole = missingFolder(file, isThere);
    if (whole !== undefined) {
      if (!folders.has(whole)) steps.push({ kind: "folder", path: whole });
      folders.add(whole);
    } else if (before === undefined) steps.push({ kind: "new", path: file, after: textHash(after) });
    else {
      keepOld(target(places, file), kept(places, old), disk);
      steps.push({ kind: "replaced", path: file, before: hashAt(target(places, file)) ?? "", after: textHash(after), old });
    }
  }
  return steps;
};

/** Puts the journal in its place; it is written whole before. */
const putJournal = (name: string, places: Places, disk: Disk): void => disk.rename(path.join(places.staging, name), path.join(places.folder, ownFolder, journalName));

/** What cannot be removed now is removed by the next run. */
const discard = (places: Places, disk: Disk): void => {
  try {
    disk.removeFolder(places.staging);
  } catch {
    // the tree is what counts
  }
};

/** Folders in which nothing is left. */
const removeEmpty = (places: Places, { steps }: Journal, disk: Disk): void => {
  for (const { kind, path: file } of steps) {
    if (kind !== "removed") continue;
    try {
      for (let below = path.posix.dirname(file); below !== "."; below = path.posix.dirname(below)) disk.removeEmptyFolder(target(places, below));
    } catch {
      // there is something in it
    }
  }
};

/** Ends a run that is through, forward or back. The tree is as it should be as soon as there is no journal. */
const finish = (places: Places, disk: Disk): void => {
  disk.removeFile(path.join(places.folder, ownFolder, journalName));
  discard(places, disk);
};

/**
 * Goes back where going on is impossible. The way back is in place before the first step of it, since a run that is killed on it
 * could not go on any more.
 */
const goBack = (journal: Journal, places: Places, disk: Disk): void => {
  putJournal("back.json", places, disk);
  runSteps({ ...journal, direction: "back" }, places, disk, false);
  finish(places, disk);
};

/**
 * Makes a new tree ready beside the old one: every text is written, and a second name is given to whatever will be replaced.
 * Throws where that fails, for want of room or of leave, and nothing remains of it.
 */
export const stage = (folder: string, changes: readonly Difference[], name: string, disk: Disk): Staged => {
  const journal = { direction: "forward", staging: name } as const;
  const places = placesOf(folder, journal);
  let isBegun = false;
  const abandon = (): void => (isBegun ? undefined : discard(places, disk));
  /** Calls what has not touched the tree when it fails. */
  const orNothing = <Result>(task: () => Result): Result => {
    try {
      return task();
    } catch (error) {
      abandon();
      throw error;
    }
  };
  const whole = orNothing((): Journal => {
    const made = { ...journal, steps: prepare(changes, places, disk) };
    disk.writeFile(path.join(places.staging, "forward.json"), journalText(made));
    disk.writeFile(path.join(places.staging, "back.json"), journalText({ ...made, direction: "back" }));
    return made;
  });
  const commit = (): void => {
    orNothing(() => putJournal("forward.json", places, disk));
    isBegun = true;
    try {
      runSteps(whole, places, disk, false);
    } catch (error) {
      goBack(whole, places, disk);
      throw error;
    }
    finish(places, disk);
    removeEmpty(places, whole, disk);
  };
  return { commit, abandon };
};
