import { readdirSync } from "node:fs";
import path from "node:path";
import type { Disk } from "./disk.js";
import { journalName, placesOf, readJournal, runSteps, stagingName } from "./journal.js";
import { ownFolder } from "./manifest.js";

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/**
 * Brings a run to its end that was ended on the way, by whatever: one that had begun to change the tree goes on, or back if it was on its
 * way back; of one that had not, nothing remains. For whoever holds the lock of the folder. Says whether a run was brought to its end.
 */
export const recover = (folder: string, disk: Disk): boolean => {
  const own = path.join(folder, ownFolder);
  const names = namesIn(own);
  const journal = readJournal(folder);
  if (journal !== undefined) runSteps(journal, placesOf(folder, journal), disk, true);
  if (names.includes(journalName)) disk.removeFile(path.join(own, journalName));
  for (const name of names.filter((one) => stagingName.test(one))) disk.removeFolder(path.join(own, name));
  return journal !== undefined;
};
