// npm run bench:client [-- --samples N --requests N --rounds N --lines N --only NAME,NAME]: the generated client beside bare fetch
// and other clients, which are packages of their own, installed on first use. The server has a process of its own, and so has each
// contestant.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { prepare } from "./client/prepare.mjs";
import { withContestants, withServer } from "./client/processes.mjs";
import { interleave, machine, median, root, table } from "./support/measure.mjs";

const { values: options } = parseArgs({
  options: {
    samples: { type: "string", default: "20" },
    requests: { type: "string", default: "100" },
    rounds: { type: "string", default: "3" },
    lines: { type: "string", default: "100000" },
    only: { type: "string", default: "" },
  },
});
const [samples, requests, rounds, lines] = [options.samples, options.requests, options.rounds, options.lines].map(Number);
const folder = path.join(root, "bench/client");

const wanted = options.only.split(",").filter((name) => name !== "");
const contestants = [
  { file: "bare", name: "fetch and JSON.parse" },
  { file: "sieve", name: "openapi-sieve" },
  { file: "openapi-fetch", name: "openapi-fetch" },
  { file: "hey-api", name: "hey-api" },
].filter(({ file }) => wanted.length === 0 || file === "bare" || wanted.includes(file));
const files = contestants.map(({ file }) => file);

const install = () => {
  if (existsSync(path.join(folder, "node_modules"))) return;
  console.error("installing the clients: npm ci --prefix bench/client");
  // hey-api's client asks for its generator, which is not needed to run it
  const args = ["ci", "--prefix", "bench/client", "--legacy-peer-deps", "--no-audit", "--no-fund"];
  execFileSync("npm", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
};

const versions = () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return Object.entries(dependencies).map(([name, version]) => `${name} ${version}`).join(", ");
};

const load = () => os.loadavg()[0].toFixed(1);

/** All contestants in turn, and what they took beside bare fetch, sample by sample. */
const compare = async (run, times) => {
  const results = await interleave(files.map((file) => ({ name: file, run: () => run(file) })), times);
  return contestants.map(({ file, name }) => {
    const runs = results.get(file);
    const of = (key) => median(runs.map((one) => one[key]));
    const ratio = (key) => median(runs.map((one, at) => one[key] / results.get("bare")[at][key])).toFixed(2);
    return { name, wall: of("wall"), cpu: of("cpu"), growth: of("growth"), slower: ratio("wall"), dearer: ratio("cpu") };
  });
};

const plain = [
  ["get", "one user", 1],
  ["getTogether", "one user, 16 at a time", 1],
  ["update", "update of one", 1],
  ["list", "100 users, two filters", 0.5],
];

const rowsOfPlain = async (at, [task, title, share]) => {
  const count = Math.ceil(requests * share);
  const all = await withContestants(files, at, async (runs) => {
    // the code that runs often is compiled before anything is measured
    for (const run of runs.values()) await run(task, 5 * count);
    return compare((file) => runs.get(file)(task, count), samples);
  });
  return all.map(({ name, wall, cpu, slower, dearer }) => [title, name, Math.round(count / wall), slower, Math.round((cpu * 1e6) / count), dearer]);
};

/** A process of its own for each run, whose memory is that of the run. A tenth of the lines shows whether it grows with their number. */
const rowsOfLong = async (task, title, withAt) => {
  const once = (count) => compare((file) => withAt((at) => withContestants([file], at, (runs) => runs.get(file)(task, count))), rounds);
  const [few, all] = [await once(lines / 10), await once(lines)];
  return all.map(({ name, wall, cpu, growth, slower, dearer }, index) => {
    const figures = [Math.round(lines / wall), slower, ((cpu * 1e6) / lines).toFixed(1), dearer, Math.round(few[index].growth), Math.round(growth)];
    return [title, name, ...figures];
  });
};

install();
await prepare();
console.log(`${new Date().toISOString().slice(0, 10)}; ${machine()}; load average ${load()}; ${versions()}`);
console.log(`${samples} samples of ${requests} requests, ${rounds} rounds of ${lines} lines, interleaved; medians\n`);

const requestRows = await withServer(1000, async (at) => {
  const rows = [];
  for (const one of plain) rows.push(...(await rowsOfPlain(at, one)));
  return rows;
});
console.log(table(["request", "client", "a second", "x fetch, clock", "CPU µs each", "x fetch, CPU"], requestRows));
console.log(`\nLoad average: ${load()}\n`);

const streamRows = await withServer(lines, async (at) => {
  // the server makes the text of its rows once
  await withContestants(["bare"], at, (runs) => runs.get("bare")("stream", lines));
  return rowsOfLong("stream", `stream of ${lines}`, (use) => use(at));
});
// a server of its own for every run: identifiers are unique
const bulkRows = await rowsOfLong("bulk", `bulk of ${lines}`, (use) => withServer(0, use));
const head = ["lines", "client", "a second", "x fetch, clock", "CPU µs each", "x fetch, CPU", `peak MB more, ${lines / 10}`, `peak MB more, ${lines}`];
console.log(table(head, [...streamRows, ...bulkRows]));
console.log(`\nLoad average at the end: ${load()}`);
