import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { SourceHost } from "./source/load-document.js";

const toPosix = (file: string): string => file.split(path.sep).join("/");

/** Paths as a person sees them: relative to the working directory where they lie below it, with forward slashes. */
export const displayPath = (file: string, cwd: string): string => {
  const relative = path.relative(cwd, file);
  return relative === "" || relative.startsWith("..") || path.isAbsolute(relative) ? toPosix(file) : toPosix(relative);
};

const read = (file: string): Uint8Array | undefined => {
  try {
    return statSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The file system as the source stage sees it. References may lead anywhere below the working directory or the folder of
 * the entry file, and nowhere else: a description is not trusted to read the machine.
 */
export const createFileHost = (cwd: string, entry: string): SourceHost => {
  const roots = [cwd, path.dirname(path.resolve(cwd, entry))];
  const isBelow = (file: string): boolean =>
    roots.some((root) => file === root || file.startsWith(root.endsWith(path.sep) ? root : root + path.sep));
  return {
    readFile: (file) => read(path.resolve(cwd, file)),
    resolve: (fromFile, reference) => {
      const file = path.resolve(cwd, path.dirname(fromFile), reference);
      return isBelow(file) ? displayPath(file, cwd) : undefined;
    },
  };
};
