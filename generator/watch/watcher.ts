import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { watch } from "chokidar";
import type { Change } from "./burst.js";
import { type FolderWatcher, watchFolders } from "./folder-watcher.js";
import type { Folders } from "./outputs.js";

export interface Watcher {
  /** Hears of what comes, goes or changes in these folders from now on, whichever it has followed under this name before. */
  readonly follow: (name: string, folders: Folders) => void;
  readonly close: () => Promise<void>;
}

export interface Heard {
  /** Something came, went or changed at one of the paths, on the way to it, or in a folder that is followed. */
  readonly happen: (change: Change) => void;
  readonly error: (error: unknown) => void;
}

export interface Watched {
  /** Files that packages are made of. */
  readonly inputs: readonly string[];
  /** One file of each package, which goes where the package goes as a whole. */
  readonly outputs: readonly string[];
}

/** Resolves once no change can be missed any more. */
export type OpenWatcher = (watched: Watched, heard: Heard) => Promise<Watcher>;

const isBelow = (file: string, folder: string): boolean => file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);

const existing = (folder: string): string => (existsSync(folder) ? folder : existing(path.dirname(folder)));

/** What a link leads to, where it does. */
const realOf = (file: string): readonly string[] => {
  try {
    return [realpathSync(file)];
  } catch {
    return [];
  }
};

/** The folder to watch from: the working directory, or one above that of the file, so that this may go and come back. */
const rootOf = (file: string, cwd: string): string => (isBelow(file, cwd) ? cwd : path.dirname(existing(path.dirname(file))));

/**
 * Watches folders, from above, and in them nothing but the way to the files: so a file may be replaced, and what it lies in may vanish and come
 * back, without being lost. Where the system tells nothing (network drives), CHOKIDAR_USEPOLLING=1 makes it look from time to time.
 */
export const openWatcher =
  (cwd: string): OpenWatcher =>
  async ({ inputs, outputs }, heard) => {
    const read = inputs.flatMap((file) => [file, ...realOf(file)]);
    const wanted = [...new Set([...read, ...outputs])];
    const roots = [...new Set(wanted.map((file) => rootOf(file, cwd)))];
    const isOnTheWay = (place: string, files: readonly string[]): boolean => {
      const normal = path.normalize(place);
      return files.some((file) => isBelow(file, normal));
    };
    const watcher = watch(roots.filter((root) => !roots.some((other) => other !== root && isBelow(root, other))), {
      ignoreInitial: true,
      ignored: (place) => !isOnTheWay(place, wanted),
    });
    const followed = new Map<string, { readonly folders: Folders; readonly watcher: FolderWatcher }>();
    watcher.on("all", (event, place) => {
      // a folder came or went that may hold others
      if (event === "addDir" || event === "unlinkDir") for (const one of followed.values()) one.watcher.doubt();
      heard.happen(isOnTheWay(place, read) ? "changed" : "touched");
    });
    await new Promise<void>((resolve) => {
      watcher.once("ready", () => resolve());
      watcher.on("error", (error) => {
        heard.error(error);
        resolve();
      });
    });
    return {
      follow: (name, folders) => {
        const before = followed.get(name);
        if (before?.folders === folders) return before.watcher.renew();
        before?.watcher.close();
        const own = { folders, watcher: watchFolders(folders, { change: () => heard.happen("touched"), error: heard.error }) };
        followed.set(name, own);
        own.watcher.renew();
      },
      close: async () => {
        for (const one of followed.values()) one.watcher.close();
        await watcher.close();
      },
    };
  };
