// npm run bench:validators [-- --rounds N --samples N --span MS --cold N --only NAME,NAME]: the generated validator of a body of
// 25 fields beside a hand-written one and the libraries. They are packages of their own, installed on first use.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { machine, median, root, table } from "./support/measure.mjs";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    samples: { type: "string", default: "7" },
    span: { type: "string", default: "25" },
    cold: { type: "string", default: "11" },
    only: { type: "string", default: "" },
  },
});

const folder = path.join(root, "bench/validators");

const listed = [
  { name: "openapi-sieve", file: "sieve.mjs" },
  // the same code, made in process: it has no bundle
  { name: "openapi-sieve, compileSchema", file: "compiled.mjs", isInProcess: true },
  { name: "hand-written", file: "hand.mjs" },
  { name: "ajv standalone, same formats", file: "ajv.mjs" },
  { name: "ajv standalone, ajv-formats", file: "ajv-formats.mjs" },
  { name: "typia", file: "typia.mjs" },
  { name: "typebox", file: "typebox.mjs" },
  { name: "arktype", file: "arktype.mjs" },
  { name: "zod", file: "zod.mjs" },
  { name: "valibot", file: "valibot.mjs" },
];
const wanted = options.only.split(",").filter((name) => name !== "");
const contestants = listed.filter(({ file }) => wanted.length === 0 || wanted.includes(path.basename(file, ".mjs")));

const bundled = contestants.filter(({ isInProcess }) => isInProcess !== true);

const install = () => {
  if (existsSync(path.join(folder, "node_modules"))) return;
  console.error("installing the libraries: npm ci --prefix bench/validators");
  execFileSync("npm", ["ci", "--prefix", "bench/validators", "--no-audit", "--no-fund"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
};

const versions = () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return ["ajv", "ajv-formats", "typia", "typebox", "arktype", "zod", "valibot", "esbuild"].map((name) => `${name} ${dependencies[name]}`).join(", ");
};

const load = () => os.loadavg()[0].toFixed(1);

const round = () => {
  const args = [path.join(folder, "child.mjs"), contestants.map(({ file }) => file).join(","), options.samples, options.span];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "inherit"] }));
};

const figure = (number, digits = 2) => (number === undefined ? "" : number.toFixed(digits));

const speed = (rowNames) => {
  const rounds = [];
  for (let count = 0; count < Number(options.rounds); count++) rounds.push(round());
  const names = Object.keys(rounds[0].found);
  const ratios = (name, row) => rounds.flatMap(({ found }) => found[name].ratios[row] ?? []);
  const of = (name, row) => {
    const all = ratios(name, row);
    return all.length === 0 ? undefined : median(all);
  };
  /** How much longer one takes than another, sample by sample. */
  const against = (name, other, row) => {
    const [left, right] = [ratios(name, row), ratios(other, row)];
    return left.length === 0 || right.length === 0 ? undefined : median(left.map((ratio, at) => ratio / right[at]));
  };

  console.log(`Time as a multiple of JSON.parse of the same text (${Math.round(rounds[0].bytes)} bytes and ${Math.round(median(rounds.flatMap(({ parsing }) => parsing)))} ns an item)\n`);
  console.log(table(["", ...names], rowNames.map((row) => [row, ...names.map((name) => figure(of(name, row), 3))])));
  const ajvs = names.filter((name) => name.startsWith("ajv"));
  if (names.includes("openapi-sieve") && names.includes("hand-written"))
    console.log(
      `\n${table(
        ["", "openapi-sieve / hand-written", ...ajvs.map((name) => `${name} / openapi-sieve`)],
        rowNames.map((row) => [row, figure(against("openapi-sieve", "hand-written", row)), ...ajvs.map((name) => figure(against(name, "openapi-sieve", row)))]),
      )}`,
    );
  console.log("\nVerdicts other than those of JSON Schema, on values that are not timed:\n");
  for (const name of names) {
    const { mistakes, deviations } = rounds[0].found[name];
    if (mistakes.length > 0) console.log(`- ${name}: NOT TIMED, wrong on what is: ${mistakes.slice(0, 5).join("; ")}`);
    console.log(`- ${name}: ${deviations.length === 0 ? "none" : deviations.join("; ")}`);
  }
};

const cold = async () => {
  const { coldStarts } = await import("./validators/cold.mjs");
  const installed = contestants.filter(({ name }) => name === "openapi-sieve");
  const programs = await coldStarts(bundled, installed, Number(options.cold));
  const rows = programs.map(({ name, runs }) => [name, ...["imported", "first", "ready"].map((key) => figure(median(runs.map((run) => run[key]))))]);
  console.log(`\nCold start in a fresh process, milliseconds, medians of ${options.cold}\n\n${table(["", "import", "first item", "both"], rows)}`);
};

const size = async () => {
  const { growth, sizes } = await import("./validators/size.mjs");
  const rows = (await sizes(bundled)).map(({ name, minified, gzipped }) => [name, minified, gzipped]);
  console.log(`\nA module that tells all issues of this one body, bytes\n\n${table(["", "minified", "gzip -9"], rows)}`);
  const { ten, twenty, field } = await growth();
  console.log(`\nA body of plain fields alone: ${ten} bytes gzipped with 10, ${twenty} with 20; ${field.toFixed(1)} a field.`);
};

install();
const { prepare } = await import("./validators/prepare.mjs");
await prepare();
const { rows } = await import("./validators/rows.mjs");

console.log(`${new Date().toISOString().slice(0, 10)}; ${machine()}; load average ${load()}; ${versions()}`);
console.log(`${options.rounds} processes, ${options.samples} samples of ${options.span} ms in each, interleaved; medians\n`);
speed(rows.map(({ name }) => name));
await cold();
await size();
console.log(`\nLoad average at the end: ${load()}`);
