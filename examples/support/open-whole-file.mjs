import { open, rename, stat } from "node:fs/promises";
import { WrongUse } from "./run-program.mjs";

/**
 * @typedef {object} WholeFile
 * @property {string} part Where it stands until it is whole.
 * @property {import("node:fs/promises").FileHandle} handle
 * @property {() => Promise<void>} finish Closes it where it is open, and gives it its name.
 * @property {() => Promise<void>} leave Leaves what there is in `part`.
 */

/** @type {(path: string) => Promise<boolean>} */
const isOther = (path) => stat(path).then((found) => !found.isFile(), () => false);

/**
 * A file that has its name only when it is whole, so that nobody takes half of it for all.
 * @type {(path: string) => Promise<WholeFile>}
 */
export const openWholeFile = async (path) => {
  const part = `${path}.part`;
  // renaming onto a device would replace it
  if (await isOther(path)) throw new WrongUse(`${path} is there and no file`);
  const handle = await open(part, "w").catch((error) => {
    throw new WrongUse(`${part} cannot be written (${error.code})`);
  });
  return {
    part,
    handle,
    finish: async () => {
      await handle.close();
      await rename(part, path);
    },
    leave: () => handle.close(),
  };
};
