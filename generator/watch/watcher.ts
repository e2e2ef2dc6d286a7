import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { watch } from "chokidar";

export interface Watcher {
  readonly close: () => Promise<void>;
}

export interface Heard {
  /** Something came, went or changed at one of the paths, or on the way to it. */
  readonly change: () => void;
  readonly error: (error: unknown) => void;
}

/** Resolves once no change can be missed any more. */
export type OpenWatcher = (paths: readonly string[], heard: Heard) => Promise<Watcher>;

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
  async (files, heard) => {
    const wanted = [...new Set(files.flatMap((file) => [file, ...realOf(file)]))];
    const roots = [...new Set(wanted.map((file) => rootOf(file, cwd)))];
    const isOnTheWay = (place: string): boolean => {
      const normal = path.normalize(place);
      return wanted.some((file) => isBelow(file, normal));
    };
    const watcher = watch(roots.filter((root) => !roots.some((other) => other !== root && isBelow(root, other))), {
      ignoreInitial: true,
      ignored: (place) => !isOnTheWay(place),
    });
    watcher.on("all", () => heard.change());
    await new Promise<void>((resolve) => {
      watcher.once("ready", () => resolve());
      watcher.on("error", (error) => {
        heard.error(error);
        resolve();
      });
    });
    return { close: () => watcher.close() };
  };
