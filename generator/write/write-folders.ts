import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import type { GeneratedFile } from "../generate-package.js";
import { type Comparison, compareFolder } from "./compare-folder.js";
import { disk, type Disk } from "./disk.js";
import { journalName } from "./journal.js";
import { takeLock } from "./lock.js";
import { isAlive, type LockOwner, thisProcess } from "./lock-owner.js";
import { ownFolder } from "./manifest.js";
import { recover } from "./recover.js";
import { stage, type Staged } from "./stage.js";

/** A package, and the folder that is to hold it: an absolute path. */
export interface FolderToWrite {
  readonly folder: string;
  readonly files: readonly GeneratedFile[];
}

export interface WriteSettings {
  /** Called with a sentence for people where a run has to wait for another, or brings one to its end. */
  readonly tell: (folder: string, message: string) => void;
  /** For how long another run is waited for, in milliseconds. */
  readonly patience: number;
  readonly disk: Disk;
  readonly owner: LockOwner;
  readonly isAlive: (owner: LockOwner) => boolean | undefined;
}

export const standardSettings = (): Omit<WriteSettings, "tell"> => ({ patience: 60_000, disk, owner: thisProcess(), isAlive });

/** What was done about one folder. */
export type WriteResult =
  /** It is as it should be; what it was before. */
  | { readonly kind: "written"; readonly comparison: Comparison }
  /** Files of others would be lost, so nothing was written. */
  | { readonly kind: "foreign"; readonly comparison: Comparison }
  /** It cannot be written, and is as it was. */
  | { readonly kind: "failed"; readonly reason: string }
  /** Another folder of the run has a problem. */
  | { readonly kind: "left" };

/** A folder that this run has for itself. */
interface Open {
  readonly comparison: Comparison;
  readonly staged: Staged | undefined;
  readonly close: () => void;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const described = (owner: LockOwner | undefined): string => (owner === undefined ? "another run" : `another run (process ${owner.pid})`);

/** Folders that were made for nothing. */
const removeEmpty = (from: string, upTo: string | undefined, by: Disk): void => {
  try {
    for (let folder = from; upTo !== undefined && (folder === upTo || folder.startsWith(upTo + path.sep)); folder = path.dirname(folder)) by.removeEmptyFolder(folder);
  } catch {
    // somebody has use for them
  }
};

class Failure extends Error {}

/**
 * Takes the folder, ends what another run left on the way, compares, and makes the new tree ready. In a folder that cannot be written there
 * may be nothing to write.
 */
const open = async ({ folder, files }: FolderToWrite, settings: WriteSettings): Promise<Open> => {
  const own = path.join(folder, ownFolder);
  const token = randomUUID();
  let made: string | undefined;
  const locked = await (async () => {
    try {
      made = settings.disk.makeFolders(own);
      return await takeLock(own, { ...settings, token, onWait: (owner) => settings.tell(folder, `waiting for ${described(owner)}`) });
    } catch (error) {
      removeEmpty(own, made, settings.disk);
      const comparison = compareFolder(folder, files);
      if (comparison.changes.length > 0) throw error;
      return { kind: "same" as const, comparison };
    }
  })();
  if (locked.kind === "same") return { comparison: locked.comparison, staged: undefined, close: () => {} };
  if (locked.kind === "busy") throw new Failure(`${described(locked.owner)} is writing it still; if there is none, remove ${locked.file}`);
  const close = (): void => {
    try {
      locked.release();
    } catch {
      // it is nobody's as soon as this process ends
    }
    removeEmpty(own, made, settings.disk);
  };
  try {
    if (recover(folder, settings.disk)) settings.tell(folder, "a run that was interrupted has been brought to its end");
    const comparison = compareFolder(folder, files);
    const isNeeded = comparison.changes.length > 0 && comparison.foreign.length === 0;
    return { comparison, staged: isNeeded ? stage(folder, comparison.changes, `pending-${token}`, settings.disk) : undefined, close };
  } catch (error) {
    close();
    throw error;
  }
};

/** Whoever failed on the way, and could not go back either, says so. */
const halfway = (folder: string): string =>
  existsSync(path.join(folder, ownFolder, journalName)) ? "; it is half done, and the next run will bring it to its end" : "";

/**
 * Makes folders hold packages. All of them are made ready before the first is changed, so what fails for want of room or of leave leaves
 * everything as it was; and a run that is killed leaves each folder as it was or as it should be, the latter once the next run has looked at it.
 */
export const writeFolders = async (folders: readonly FolderToWrite[], settings: WriteSettings): Promise<readonly WriteResult[]> => {
  const opened = new Map<FolderToWrite, Open>();
  const results = new Map<FolderToWrite, WriteResult>();
  let current: FolderToWrite | undefined;
  try {
    // in one order everywhere, or two runs could wait for each other
    for (const one of [...folders].sort((left, right) => (left.folder < right.folder ? -1 : 1))) {
      current = one;
      opened.set(one, await open(one, settings));
    }
    for (const [one, { comparison }] of opened) if (comparison.foreign.length > 0) results.set(one, { kind: "foreign", comparison });
    if (results.size === 0)
      for (const one of folders) {
        current = one;
        const { staged, comparison } = opened.get(one) ?? {};
        staged?.commit();
        if (comparison !== undefined) results.set(one, { kind: "written", comparison });
      }
  } catch (error) {
    if (current !== undefined) results.set(current, { kind: "failed", reason: reasonOf(error) + halfway(current.folder) });
  } finally {
    for (const { staged, close } of opened.values()) {
      staged?.abandon();
      close();
    }
  }
  return folders.map((one) => results.get(one) ?? { kind: "left" });
};
