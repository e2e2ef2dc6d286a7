import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { type Outcome, runCli, type Settings } from "./cli.js";

/** A user's project in a folder of its own. */
export interface Project {
  readonly folder: string;
  readonly run: (args: readonly string[], settings?: Settings) => Promise<Outcome>;
  readonly write: (file: string, text: string) => void;
  readonly read: (file: string) => string;
  readonly remove: (file: string) => void;
  /** Every file below a folder with its text, `node_modules` left out. */
  readonly files: (below?: string) => Readonly<Record<string, string>>;
}

const listed = (folder: string, below: string): readonly string[] =>
  readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(below, entry.name);
    if (entry.name === "node_modules") return [];
    return entry.isDirectory() ? listed(folder, file) : [file];
  });

/** It goes when the test ends, or with `remove` where several tests share it. */
export const createProject = (files: Readonly<Record<string, string>>): Project & { readonly dispose: () => void } => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "openapi-sieve-cli-")));
  const at = (file: string): string => path.join(folder, file);
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return {
    folder,
    run: (args, settings) => runCli(folder, args, settings),
    write,
    read: (file) => readFileSync(at(file), "utf8"),
    remove: (file) => rmSync(at(file), { recursive: true }),
    files: (below = "") => Object.fromEntries(listed(folder, below).map((file) => [file, readFileSync(at(file), "utf8")])),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
};

export const project = (files: Readonly<Record<string, string>>): Project => {
  const made = createProject(files);
  onTestFinished(made.dispose);
  return made;
};
