import { spawnSync } from "node:child_process";
import path from "node:path";

/** A file as it was in a revision, or why it cannot be had. */
export type GitFile = { readonly kind: "text"; readonly text: string } | { readonly kind: "none" } | { readonly kind: "failed"; readonly reason: string };

const git = (args: readonly string[], cwd: string): { readonly status: number | null; readonly out: string; readonly error: string } => {
  const { status, stdout, stderr, error } = spawnSync("git", [...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });
  return { status, out: stdout ?? "", error: error?.message ?? stderr ?? "" };
};

const firstLine = (text: string): string => text.trim().split("\n")[0] ?? "";

/** Reads a file (an absolute path) as it was in a revision of the repository that it lies in. */
export const readGitFile = (revision: string, file: string, cwd: string): GitFile => {
  const commit = git(["rev-parse", "--quiet", "--verify", "--end-of-options", `${revision}^{commit}`], cwd);
  if (commit.status !== 0) return { kind: "failed", reason: firstLine(commit.error) || `git knows no revision ${revision}` };
  const named = `${commit.out.trim()}:./${path.relative(cwd, file).split(path.sep).join("/")}`;
  const found = git(["cat-file", "blob", named], cwd);
  return found.status === 0 ? { kind: "text", text: found.out } : { kind: "none" };
};
