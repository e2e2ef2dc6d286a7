import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Committed files of a fresh clone that were not what the descriptions give. */
    readonly drift: readonly string[];
  }
}

const root = fileURLToPath(new URL("../../../", import.meta.url));
const cli = path.join(root, "dist", "cli.js");
const sources = ["generator", "templates", "scripts/build.mjs", "package.json"];

const filesBelow = (file: string): readonly string[] =>
  statSync(file).isDirectory() ? readdirSync(file).flatMap((name) => filesBelow(path.join(file, name))) : [file];

const isBuilt = (): boolean => {
  if (!existsSync(cli)) return false;
  const { mtimeMs } = statSync(cli);
  return sources.flatMap((source) => filesBelow(path.join(root, source))).every((file) => statSync(file).mtimeMs <= mtimeMs);
};

const packages = readdirSync(path.join(root, "generated")).map((name) => path.join(root, "generated", name));

/** What is committed of the packages; `dist/` is only built, and so is the record of it. */
const committed = (): ReadonlyMap<string, string> =>
  new Map(
    packages
      .flatMap(filesBelow)
      .filter((file) => !file.includes(`${path.sep}dist${path.sep}`) && path.basename(file) !== "built.json")
      .map((file) => [path.relative(root, file), readFileSync(file, "utf8")]),
  );

const run = (...args: readonly string[]): void => {
  execFileSync(process.execPath, args, { cwd: root, stdio: "inherit" });
};

/**
 * Run by vitest before the tests of what is generated: the tool is built where it is missing or older than its sources,
 * and makes both packages where they are not what it made last. So `npm ci && npm test` is enough in a fresh clone, where
 * a test then sees whether what was committed was up to date.
 */
export const setup = (project: TestProject): void => {
  const isFresh = packages.every((folder) => !existsSync(path.join(folder, "dist")));
  const before = committed();
  if (!isBuilt()) run("scripts/build.mjs");
  run(cli, "generate", "--quiet");
  const after = committed();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
  project.provide("drift", isFresh ? changed.sort() : []);
};
