import { type FSWatcher, watch } from "node:fs";
import path from "node:path";
import { errorCode } from "../write/error-code.js";
import type { Folders } from "./outputs.js";

/** Watches folders themselves, one watch for each, however many files are in it. */
export interface FolderWatcher {
  /** Opens what is not watched any more: a folder that goes and comes back is another. */
  readonly renew: () => void;
  /** From now on some folder may be another than before, though nothing was told. */
  readonly doubt: () => void;
  readonly close: () => void;
}

export const watchFolders = (folders: Folders, heard: { readonly change: () => void; readonly error: (error: unknown) => void }): FolderWatcher => {
  const watchers: FSWatcher[] = [];
  let isWhole = false;

  const close = (): void => {
    for (const watcher of watchers.splice(0)) watcher.close();
  };

  const doubt = (): void => void (isWhole = false);

  const open = (folder: string, names: ReadonlySet<string>): void => {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        if (name === null || name === path.basename(folder) || folders.has(path.join(folder, name))) doubt();
        else if (!names.has(name)) return;
        heard.change();
      });
      // on Windows, that the folder is gone
      watcher.on("error", () => {
        doubt();
        heard.change();
      });
      watchers.push(watcher);
    } catch (error) {
      isWhole = false;
      if (errorCode(error) !== "ENOENT") heard.error(error);
    }
  };

  return {
    renew: () => {
      if (isWhole) return;
      isWhole = true;
      close();
      for (const [folder, names] of folders) open(folder, names);
    },
    doubt,
    close,
  };
};
