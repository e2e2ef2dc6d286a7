import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./action-file.js";

/** A repository at "GitHub", and a checkout of it as `actions/checkout` makes one. */
export interface Repository {
  readonly folder: string;
  /** Nothing is in it but what was pushed. */
  readonly origin: string;
  readonly workspace: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (file: string, text: string) => void;
  readonly read: (file: string) => string;
  /** Commits everything and pushes it. ~> the hash */
  readonly commit: (message: string) => string;
  /** A fresh checkout of one commit and no other. */
  readonly checkout: (name: string) => string;
  /** Puts the tool where `npm ci` would. */
  readonly install: (workspace: string) => void;
  readonly dispose: () => void;
}

const env = {
  PATH: process.env["PATH"],
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  ...Object.fromEntries(["AUTHOR", "COMMITTER"].flatMap((who) => [[`GIT_${who}_NAME`, "Ada"], [`GIT_${who}_EMAIL`, "ada@example.org"]])),
};

export const gitIn = (cwd: string, ...args: readonly string[]): string => execFileSync("git", [...args], { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();

export const createRepository = (files: Readonly<Record<string, string>>): Repository => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "openapi-sieve-action-")));
  const [origin, workspace] = [path.join(folder, "origin.git"), path.join(folder, "workspace")];
  gitIn(folder, "init", "--quiet", "--bare", "--initial-branch=main", origin);
  gitIn(origin, "config", "receive.advertisePushOptions", "true");
  gitIn(folder, "init", "--quiet", "--initial-branch=main", workspace);
  const git = (...args: readonly string[]): string => gitIn(workspace, ...args);
  git("remote", "add", "origin", `file://${origin}`);
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
    writeFileSync(path.join(workspace, file), text);
  };
  for (const [file, text] of Object.entries({ ".gitignore": "node_modules/\ndist/\n", ...files })) write(file, text);
  const install = (into: string): void => {
    mkdirSync(path.join(into, "node_modules/.bin"), { recursive: true });
    symlinkSync(root, path.join(into, "node_modules/openapi-sieve"));
    symlinkSync("../openapi-sieve/dist/cli.js", path.join(into, "node_modules/.bin/openapi-sieve"));
  };
  install(workspace);
  return {
    ...{ folder, origin, workspace, git, write, install },
    read: (file) => readFileSync(path.join(workspace, file), "utf8"),
    commit: (message) => {
      git("add", "--all");
      git("commit", "--quiet", "--message", message);
      git("push", "--quiet", "--force", "origin", "HEAD");
      return git("rev-parse", "HEAD");
    },
    checkout: (name) => {
      const into = path.join(folder, name);
      gitIn(folder, "clone", "--quiet", "--depth=1", "--branch", git("branch", "--show-current"), `file://${origin}`, into);
      install(into);
      return into;
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
};
