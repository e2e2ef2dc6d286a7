import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { type Access, defaultAccess } from "./config/access.js";
import { isUrl } from "./config/input-problem.js";
import { localCopy } from "./local-copy.js";
import type { SourceHost } from "./source/load-document.js";
import { tooLarge, type Unread } from "./source/unread.js";

const toPosix = (file: string): string => file.split(path.sep).join("/");

/** Paths as a person sees them: relative to the working directory where they lie below it, with forward slashes. */
export const displayPath = (file: string, cwd: string): string => {
  if (isUrl(file)) return file;
  const relative = path.relative(cwd, file);
  return relative === "" || relative.startsWith("..") || path.isAbsolute(relative) ? toPosix(file) : toPosix(relative);
};

/** What was fetched so far, and what is asked for besides. */
export interface Remote {
  readonly known: ReadonlyMap<string, Uint8Array | Unread>;
  readonly wanted: Set<string>;
}

const errorCode = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : String(error));

/** Where nothing stands, reading a file is no failure but a question with the answer no. */
const whyNot = (error: unknown): Unread | undefined => {
  const code = errorCode(error);
  if (code === "ENOENT" || code === "ENOTDIR") return undefined;
  if (code === "ELOOP") return { why: "is a symbolic link that leads in a circle" };
  if (code === "EACCES" || code === "EPERM") return { why: "may not be read by this user" };
  if (code === "ENAMETOOLONG" || code === "ERR_INVALID_ARG_VALUE") return { why: "is no name that a file can have" };
  return { why: `cannot be read (${code})` };
};

/** A device or a pipe may have no end, so only what is a plain file is opened. */
const readPlain = (file: string, maxSize: number): Uint8Array | Unread => {
  const stat = statSync(file);
  if (stat.isDirectory()) return { why: "is a folder" };
  if (!stat.isFile()) return { why: "is a device, a pipe or a socket, not a file" };
  return stat.size > maxSize * 1_000_000 ? tooLarge(stat.size, maxSize) : readFileSync(file);
};

const isBelow = (file: string, roots: readonly string[]): boolean =>
  roots.some((root) => file === root || file.startsWith(root.endsWith(path.sep) ? root : root + path.sep));

const realRoots = (roots: readonly string[]): readonly string[] =>
  roots.flatMap((root) => {
    try {
      return [realpathSync(root)];
    } catch {
      return [];
    }
  });

/**
 * The file system as the source stage sees it. References may lead anywhere below the working directory or the folder of
 * the entry file, and nowhere else unless that is allowed: a description is not trusted to read the machine. A symbolic
 * link counts as what it leads to; the entry itself may be one.
 */
export const createFileHost = (cwd: string, entry: string, access: Access = defaultAccess, remote?: Remote): SourceHost => {
  const entryFile = isUrl(entry) ? undefined : path.resolve(cwd, entry);
  // folders that the user named
  const given = Object.values(access.remotes).map((one) => path.resolve(cwd, one));
  const roots = [cwd, ...(entryFile === undefined ? [] : [path.dirname(entryFile)]), ...given];
  // what lies elsewhere by its name was named by the user
  const leadsOut = (file: string): boolean =>
    !access.allowOutside && file !== entryFile && isBelow(file, roots) && !isBelow(realpathSync(file), realRoots(roots));
  return {
    readFile: (name) => {
      const file = path.resolve(cwd, name);
      try {
        if (leadsOut(file)) return { code: "ref-outside-root", why: "is a link to a file outside the folders that may be read" };
        return readPlain(file, access.maxSize);
      } catch (error) {
        return whyNot(error);
      }
    },
    resolve: (fromFile, reference) => {
      const file = path.resolve(cwd, path.dirname(fromFile), reference);
      return access.allowOutside || isBelow(file, roots) ? displayPath(file, cwd) : undefined;
    },
    local: (uri) => {
      const file = localCopy(uri, access.remotes);
      return file === undefined ? undefined : displayPath(path.resolve(cwd, file), cwd);
    },
    ...(remote !== undefined && {
      remote: (uri) => {
        const known = remote.known.get(uri);
        if (known === undefined && /^https?:/i.test(uri)) remote.wanted.add(uri);
        return known;
      },
    }),
  };
};
