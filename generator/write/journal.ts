import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Disk } from "./disk.js";
import { errorCode } from "./error-code.js";
import { isPathInside, ownFolder } from "./manifest.js";
import { textHash } from "./text-hash.js";

/** One step from the old tree to the new one. Paths are relative to the package's folder, hashes are of texts. */
export type Step =
  /** A folder that is not there yet takes its place as a whole. */
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "new"; readonly path: string; readonly after: string }
  /** `old` is the name under which the old file is kept until the end. */
  | { readonly kind: "replaced"; readonly path: string; readonly before: string; readonly after: string; readonly old: string }
  | { readonly kind: "removed"; readonly path: string; readonly before: string; readonly old: string };

/**
 * Where a run is that has begun to change the tree. It stands in its place from before the first rename until after the last, so
 * that whoever finds it can go on, or back.
 */
export interface Journal {
  readonly direction: "forward" | "back";
  /** Name of the folder, in the tool's own, in which everything was made ready. */
  readonly staging: string;
  readonly steps: readonly Step[];
}

export const stagingName = /^pending-[\w-]+$/;

export const journalName = "journal.json";

export const journalText = (journal: Journal): string => `${JSON.stringify({ journal: 1, ...journal })}\n`;

const isStep = (step: unknown): step is Step => {
  if (typeof step !== "object" || step === null || !("kind" in step && "path" in step)) return false;
  const has = (...names: readonly string[]): boolean => names.every((name) => typeof Reflect.get(step, name) === "string");
  if (typeof step.path !== "string" || !isPathInside(step.path)) return false;
  const old: unknown = Reflect.get(step, "old");
  if (old !== undefined && (typeof old !== "string" || !/^\d+$/.test(old))) return false;
  return step.kind === "folder" || (step.kind === "new" && has("after")) || (step.kind === "replaced" && has("before", "after", "old")) || (step.kind === "removed" && has("before", "old"));
};

/** Undefined for what is no journal: a run that was killed leaves a whole one or none. */
const parseJournal = (text: string): Journal | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || !("direction" in value && "staging" in value && "steps" in value)) return undefined;
  const { direction, staging, steps } = value;
  if ((direction !== "forward" && direction !== "back") || typeof staging !== "string" || !stagingName.test(staging)) return undefined;
  return Array.isArray(steps) && steps.every(isStep) ? { direction, staging, steps } : undefined;
};

/** The journal of the run that is changing a package, or was when it ended; undefined where none is. */
export const readJournal = (folder: string): Journal | undefined => {
  try {
    return parseJournal(readFileSync(path.join(folder, ownFolder, journalName), "utf8"));
  } catch {
    return undefined;
  }
};

/** Places of a run: the package, and what was made ready for it. */
export interface Places {
  readonly folder: string;
  /** An absolute path. */
  readonly staging: string;
}

export const placesOf = (folder: string, { staging }: Pick<Journal, "staging">): Places => ({ folder, staging: path.join(folder, ownFolder, staging) });

/** Where a file stands in its package, where its new text waits, and where the old one is kept. */
export const target = ({ folder }: Places, file: string): string => path.join(folder, file);
export const ready = ({ staging }: Places, file: string): string => path.join(staging, "new", file);
export const kept = ({ staging }: Places, old: string): string => path.join(staging, "old", old);

const kindOf = (file: string): "file" | "folder" | undefined => {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  return stat === undefined ? undefined : stat.isDirectory() ? "folder" : "file";
};

const exists = (file: string): boolean => kindOf(file) !== undefined;

/** `textHash` of what a file holds; undefined where it cannot be read. */
export const hashAt = (file: string): string | undefined => {
  try {
    return textHash(readFileSync(file));
  } catch {
    return undefined;
  }
};

/**
 * What goes to another file system, or below another mount, is copied beside its place first, under a name that tells whose it is, so
 * that whoever goes on finds what a killed run left.
 */
const move = (from: string, to: string, { staging }: Places, disk: Disk): void => {
  try {
    return disk.rename(from, to);
  } catch (error) {
    if (errorCode(error) !== "EXDEV") throw error;
  }
  const neighbour = path.join(path.dirname(to), `.${path.basename(to)}.${path.basename(staging)}`);
  if (exists(neighbour)) disk.removeFile(neighbour);
  try {
    disk.copy(from, neighbour);
    disk.rename(neighbour, to);
  } catch (error) {
    if (exists(neighbour)) disk.removeFile(neighbour);
    throw error;
  }
  disk.removeFile(from);
};

/** A folder takes its place as a whole where nothing has come there meanwhile. */
const moveFolder = (from: string, to: string, places: Places, disk: Disk): void => {
  if (!exists(to))
    try {
      return disk.rename(from, to);
    } catch (error) {
      if (errorCode(error) !== "EXDEV") throw error;
      disk.makeFolders(to);
    }
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, place] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) moveFolder(source, place, places, disk);
    else move(source, place, places, disk);
  }
};

/** Does a step, unless it is done. Whatever somebody wrote since the run began stays. */
const forward = (step: Step, places: Places, disk: Disk, isLater: boolean): void => {
  const [place, source] = [target(places, step.path), ready(places, step.path)];
  switch (step.kind) {
    case "folder":
      return exists(source) ? moveFolder(source, place, places, disk) : undefined;
    case "new":
      return isLater && (hashAt(source) !== step.after || exists(place)) ? undefined : move(source, place, places, disk);
    case "replaced":
      return isLater && (hashAt(source) !== step.after || hashAt(place) !== step.before) ? undefined : move(source, place, places, disk);
    case "removed":
      return isLater && hashAt(place) !== step.before ? undefined : move(place, kept(places, step.old), places, disk);
  }
};

/** Undoes a step, unless it is undone or was never done. */
const back = (step: Step, places: Places, disk: Disk): void => {
  const [place, source] = [target(places, step.path), ready(places, step.path)];
  switch (step.kind) {
    case "folder":
      return exists(place) ? moveFolder(place, source, places, disk) : undefined;
    case "new":
      return hashAt(place) === step.after ? move(place, source, places, disk) : undefined;
    case "replaced":
      return hashAt(place) === step.after ? move(kept(places, step.old), place, places, disk) : undefined;
    case "removed":
      return exists(place) || !exists(kept(places, step.old)) ? undefined : move(kept(places, step.old), place, places, disk);
  }
};

/**
 * Goes from the old tree to the new one, or back. All that is done twice is done once, so a run that was ended on the way is gone
 * through from its start; `isLater` says that this is such a run, and that others may have worked in the tree since.
 */
export const runSteps = (journal: Journal, places: Places, disk: Disk, isLater: boolean): void => {
  if (journal.direction === "forward") for (const step of journal.steps) forward(step, places, disk, isLater);
  else for (const step of [...journal.steps].reverse()) back(step, places, disk);
};
