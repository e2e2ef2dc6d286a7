import { constants, copyFileSync, linkSync, mkdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { errorCode } from "./error-code.js";

/** All that the writer does to a file system, call by call, so that a test can end or fail it at any of them. Each throws what Node throws. */
export interface Disk {
  /** The folder and those around it; the outermost of those that were not there before. */
  readonly makeFolders: (folder: string) => string | undefined;
  readonly writeFile: (file: string, text: string) => void;
  /** A second name for a file; fails where there is one already. */
  readonly link: (file: string, name: string) => void;
  /** Fails where something is at `to`. */
  readonly copy: (from: string, to: string) => void;
  readonly rename: (from: string, to: string) => void;
  readonly removeFile: (file: string) => void;
  readonly removeEmptyFolder: (folder: string) => void;
  /** A folder with all that is in it, if it is there. */
  readonly removeFolder: (folder: string) => void;
}

/** Where it runs out of room, Node does not say what it was writing. */
const withPath = (error: unknown, file: string): unknown => {
  if (!(error instanceof Error) || error.message.includes(file)) return error;
  const code = errorCode(error);
  return Object.assign(new Error(`${error.message} '${file}'`, { cause: error }), code === undefined ? {} : { code });
};

export const disk: Disk = {
  makeFolders: (folder) => mkdirSync(folder, { recursive: true }),
  writeFile: (file, text) => {
    try {
      // what is there already is somebody else's
      writeFileSync(file, text, { flag: "wx" });
    } catch (error) {
      throw withPath(error, file);
    }
  },
  link: linkSync,
  copy: (from, to) => copyFileSync(from, to, constants.COPYFILE_EXCL),
  rename: renameSync,
  removeFile: unlinkSync,
  removeEmptyFolder: rmdirSync,
  removeFolder: (folder) => rmSync(folder, { recursive: true, force: true }),
};
