import { statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { GeneratedFile } from "../generate-package.js";
import { type Comparison, compareFolder } from "./compare-folder.js";
import { readJournal } from "./journal.js";
import { isLocked } from "./lock.js";
import type { LockOwner } from "./lock-owner.js";
import { ownFolder } from "./manifest.js";

export interface Look {
  readonly comparison: Comparison;
  /** Did a run end while it changed the folder? The next that writes brings it to its end. */
  readonly isInterrupted: boolean;
}

/** How often another run is given time to end, and for how long, in milliseconds. */
const attempts = 100;
const interval = 50;

/** Another after every beginning and end of a run that writes: both put a name into the folder, or take one out. */
const stateOf = (folder: string): bigint | undefined => statSync(path.join(folder, ownFolder), { throwIfNoEntry: false, bigint: true })?.mtimeNs;

/**
 * Compares without writing anything, the lock of a run included. While another run changes the folder it is waited for, and what has
 * changed under the eyes is looked at once more, so that what is told of is one tree and no mixture.
 */
export const lookAtFolder = async (folder: string, files: readonly GeneratedFile[], isAlive: (owner: LockOwner) => boolean | undefined): Promise<Look> => {
  for (let attempt = 1; ; attempt++) {
    const before = stateOf(folder);
    const isBusy = readJournal(folder) !== undefined && isLocked(path.join(folder, ownFolder), isAlive);
    const comparison = compareFolder(folder, files);
    if (attempt === attempts || (!isBusy && stateOf(folder) === before)) return { comparison, isInterrupted: readJournal(folder) !== undefined };
    await pause(interval);
  }
};
