import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

const hook = pathToFileURL(path.join(root, "bench/support/usage-hook.mjs")).href;

/** Runs a script in a fresh process, of this Node or of another: seconds by the clock, seconds of CPU, peak memory in MB. */
export const runNode = (script, args, cwd, folder, node = process.execPath) => {
  const usageFile = path.join(folder, "usage.json");
  const begin = performance.now();
  const run = spawnSync(node, ["--import", hook, script, ...args], { cwd, encoding: "utf8", env: { ...process.env, BENCH_USAGE: usageFile } });
  const wall = (performance.now() - begin) / 1000;
  if (run.status !== 0) throw new Error(`${path.basename(script)} ${args.join(" ")} failed:\n${run.stdout}${run.stderr}`);
  return { wall, ...JSON.parse(readFileSync(usageFile, "utf8")) };
};

export const median = (numbers) => [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)];

/** Runs every contestant once per round, in turn, and gives the rounds by contestant. */
export const interleave = async (contestants, rounds) => {
  const results = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const { name, run } of contestants) results.get(name).push(await run());
  return results;
};

export const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

export const machine = () => `${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${os.platform()} ${os.arch()}`;

export const version = (name) => JSON.parse(readFileSync(path.join(root, "node_modules", name, "package.json"), "utf8")).version;
