import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";

/** What files hold, by their paths; undefined for one that cannot be read. */
export type FileState = ReadonlyMap<string, string | undefined>;

const hashOf = (file: string): string | undefined => {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("base64url");
  } catch {
    return undefined;
  }
};

/** What the files hold, if they have held it since a moment in milliseconds; undefined where one was written later. */
export const stateSince = (moment: number, files: Iterable<string>): FileState | undefined => {
  const all = [...files];
  const isOld = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < moment;
  return all.every(isOld) ? new Map(all.map((file) => [file, hashOf(file)])) : undefined;
};

export const isUnchanged = (state: FileState): boolean => [...state].every(([file, hash]) => hashOf(file) === hash);
