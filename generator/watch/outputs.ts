import { readFileSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { hasHash, type WantedFile } from "../write/compare-folder.js";

/** Tells whether a folder holds these files as they were made, whatever their line ends. */
export type IsIntact = (folder: string, outputs: readonly WantedFile[]) => boolean;

/** Milliseconds in which a file may change twice, and its times once: clocks of file systems tick slowly. */
const tick = 100;

/** What differs once somebody has touched a file. */
const markOf = ({ ino, size, mtimeMs, ctimeMs }: Stats): string | undefined => (Date.now() - ctimeMs < tick ? undefined : `${ino} ${size} ${mtimeMs} ${ctimeMs}`);

/** Reads a file again only where it seems to be another than when it was read last. */
export const createIsIntact = (): IsIntact => {
  const seen = new Map<string, { readonly hash: string; readonly mark: string }>();
  const isAsMade = (file: string, hash: string): boolean => {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.isFile() !== true) return false;
    const mark = markOf(stats);
    const known = seen.get(file);
    if (known !== undefined && known.mark === mark && known.hash === hash) return true;
    if (!hasHash(readFileSync(file, "utf8"), hash)) return false;
    if (mark !== undefined) seen.set(file, { hash, mark });
    return true;
  };
  return (folder, outputs) => {
    try {
      return outputs.every((output) => isAsMade(path.join(folder, output.path), output.hash));
    } catch {
      // what cannot be read is not as it was made
      return false;
    }
  };
};

/** Folders, each with the names in it that are of the package: absolute paths. */
export type Folders = ReadonlyMap<string, ReadonlySet<string>>;

/** The folders in which these files are. There are few, even where there are thousands of files. */
export const foldersOf = (folder: string, outputs: readonly WantedFile[]): Folders => {
  const folders = new Map<string, Set<string>>();
  const add = (parts: readonly string[]): void => {
    const name = parts.at(-1);
    if (name === undefined) return;
    const parent = path.join(folder, ...parts.slice(0, -1));
    const names = folders.get(parent);
    if (names?.has(name) === true) return;
    folders.set(parent, (names ?? new Set()).add(name));
    add(parts.slice(0, -1));
  };
  for (const output of outputs) add(output.path.split("/"));
  return folders;
};
