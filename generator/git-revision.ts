import { spawnSync } from "node:child_process";
import path from "node:path";
import type { Access } from "./config/access.js";
import { displayPath } from "./file-host.js";
import type { SourceHost } from "./source/source-host.js";
import { tooLarge, type Unread } from "./source/unread.js";

/** A commit of the repository that a folder lies in. */
export interface GitRevision {
  /** As it was named: `origin/main`. */
  readonly name: string;
  /** Its hash, which git takes for nothing else. */
  readonly commit: string;
  /** The repository's folder. */
  readonly top: string;
}

/** What stands at a path of a commit. */
export type GitEntry = { readonly kind: "file"; readonly object: string; readonly size: number } | { readonly kind: "folder" } | { readonly kind: "none" } | { readonly kind: "other"; readonly why: string };

interface Answer {
  readonly out: Buffer;
  /** Undefined where git did what it was asked for. */
  readonly problem?: string;
}

const git = (args: readonly string[], cwd: string, given: NodeJS.ProcessEnv = process.env): Answer => {
  // names of files are names, whatever characters are in them
  const env = { ...given, GIT_LITERAL_PATHSPECS: "1", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
  const { status, stdout, stderr, error } = spawnSync("git", [...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 30 });
  if (status === 0) return { out: stdout };
  const said = error === undefined ? stderr.toString("utf8").trim().split("\n")[0] : "code" in error && error.code === "ENOENT" ? "there is no git" : error.message;
  return { out: Buffer.alloc(0), problem: said?.replace(/^fatal: /, "") ?? "git failed" };
};

/** The repository's folder. Hooks of git say where the repository is, and then git takes any folder for the top one: so it is first asked without. */
const topOf = (cwd: string): { readonly top: string } | { readonly problem: string } => {
  // as a way up, which keeps to the names that the caller has for folders behind links
  const asked = ["rev-parse", "--show-cdup"];
  const { GIT_DIR: _, ...others } = process.env;
  const found = process.env["GIT_WORK_TREE"] === undefined ? git(asked, cwd, others) : undefined;
  const { out, problem } = found === undefined || found.problem !== undefined ? git(asked, cwd) : found;
  return problem === undefined ? { top: path.resolve(cwd, out.toString("utf8").replace(/\r?\n$/, "")) } : { problem };
};

/** The commit that a revision names, or why there is none. */
export const openRevision = (name: string, cwd: string): GitRevision | { readonly problem: string } => {
  const found = topOf(cwd);
  if ("problem" in found) return found;
  // what begins with a dash is an option to older versions, whatever stands before it
  const commit = name.startsWith("-") ? undefined : git(["rev-parse", "--quiet", "--verify", "--end-of-options", `${name}^{commit}`], found.top);
  const hash = commit?.out.toString("utf8").trim() ?? "";
  return /^[0-9a-f]{40,64}$/.test(hash) ? { name, commit: hash, top: found.top } : { problem: `git knows no revision ${JSON.stringify(name)}` };
};

const kinds: Readonly<Record<string, GitEntry>> = {
  "040000": { kind: "folder" },
  "120000": { kind: "other", why: "is a symbolic link, and links are not followed in a revision" },
  "160000": { kind: "other", why: "is another repository, which is not looked into" },
};

/** What stands at a path, which is absolute or relative to `cwd`. */
export const entryAt = ({ commit, top }: GitRevision, file: string, cwd: string): GitEntry => {
  const relative = path.relative(top, path.resolve(cwd, file)).split(path.sep).join("/");
  if (relative === "") return { kind: "folder" };
  if (relative.startsWith("../") || relative === ".." || path.isAbsolute(relative)) return { kind: "other", why: "is outside of the repository" };
  const listed = git(["ls-tree", "--full-tree", "-l", "-z", commit, "--", relative], top).out.toString("utf8");
  const [, mode = "", object = "", size = ""] = /^(\d{6}) \w+ ([0-9a-f]+) +(\d+|-)\t/.exec(listed) ?? [];
  if (mode === "") return { kind: "none" };
  return kinds[mode] ?? { kind: "file", object, size: Number(size) };
};

/** The bytes of a file; undefined where there is none. */
const bytesAt = (revision: GitRevision, file: string, cwd: string, maxSize: number): Uint8Array | Unread | undefined => {
  const entry = entryAt(revision, file, cwd);
  if (entry.kind === "none") return undefined;
  if (entry.kind === "folder") return { why: "is a folder" };
  if (entry.kind === "other") return { why: entry.why };
  if (entry.size > maxSize * 1_000_000) return tooLarge(entry.size, maxSize);
  const { out, problem } = git(["cat-file", "blob", entry.object], revision.top);
  return problem === undefined ? out : { why: `cannot be read (${problem})` };
};

/** The text of a file; undefined where there is none that can be read. */
export const textAt = (revision: GitRevision, file: string, cwd: string): string | undefined => {
  const bytes = bytesAt(revision, file, cwd, Infinity);
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString("utf8") : undefined;
};

/** Files as they were in a revision, under the names that they have now. What may be read is decided as for files on disk. */
export const inRevision =
  (revision: GitRevision, cwd: string, { maxSize }: Access) =>
  (files: SourceHost): SourceHost => ({
    ...files,
    readFile: (name) => bytesAt(revision, name, cwd, maxSize),
    resolve: (fromFile, reference) => {
      const file = files.resolve(fromFile, reference);
      return file === undefined ? undefined : displayPath(path.resolve(cwd, file), cwd);
    },
  });
