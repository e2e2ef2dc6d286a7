import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { isUrl } from "./config/input-problem.js";
import type { SourceHost } from "./source/load-document.js";

/** What stood at a path when it was looked at. */
export interface Stamp {
  /** Absolute. */
  readonly path: string;
  /** A hash of the file; a word for what is no file that can be read; undefined where there was nothing. */
  readonly hash: string | undefined;
}

const hashOf = (data: Uint8Array): string => createHash("sha256").update(data).digest("base64url");

/** What stands there now. A pipe is not opened, since it may have no end. */
export const stampOf = (file: string): Stamp => {
  try {
    return { path: file, hash: statSync(file).isFile() ? hashOf(readFileSync(file)) : "no file" };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    return { path: file, hash: code === "ENOENT" || code === "ENOTDIR" ? undefined : code };
  }
};

/** Does the same stand there still? */
export const isFresh = (stamp: Stamp): boolean => stampOf(stamp.path).hash === stamp.hash;

/** Notes what is asked for, be it there or not, as it was when it was read. */
export interface StampedHost {
  readonly hostOver: (files: SourceHost) => SourceHost;
  readonly stamps: () => readonly Stamp[];
}

export const createStampedHost = (cwd: string): StampedHost => {
  const stamps = new Map<string, Stamp>();
  const note = (name: string, read: ReturnType<SourceHost["readFile"]>): void => {
    const file = path.resolve(cwd, name);
    if (!isUrl(name)) stamps.set(file, read instanceof Uint8Array ? { path: file, hash: hashOf(read) } : stampOf(file));
  };
  return {
    hostOver: (files) => ({
      ...files,
      readFile: (name) => {
        const read = files.readFile(name);
        note(name, read);
        return read;
      },
    }),
    stamps: () => [...stamps.values()],
  };
};
