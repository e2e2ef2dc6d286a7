import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const cli = path.join(root, "dist", "cli.js");
const sources = ["generator", "templates", "scripts/build.mjs", "package.json"];

const modified = (file: string): number => {
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(...readdirSync(file).map((name) => modified(path.join(file, name))));
};

const isBuilt = (): boolean =>
  existsSync(cli) && Math.max(...sources.map((source) => modified(path.join(root, source)))) <= statSync(cli).mtimeMs;

const run = (...args: readonly string[]): void => {
  execFileSync(process.execPath, args, { cwd: root, stdio: "inherit" });
};

/**
 * Run by vitest before the tests of what is generated: the tool is built where it is missing or older than its sources,
 * and makes both packages where they are not what it made last. So `npm ci && npm test` is enough in a fresh clone.
 */
export const setup = (): void => {
  if (!isBuilt()) run("scripts/build.mjs");
  run(cli, "generate", "--quiet");
};
