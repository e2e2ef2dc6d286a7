// Large documents, and one document several times over: generators in processes of their own, in turn.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { peerContestants } from "./peers.mjs";
import { interleave, median, root, runNode, table } from "../support/measure.mjs";

const own = path.join(root, "bench/generate");
const corpora = process.env.CORPORA ?? path.join(root, "../shared/corpora");

const install = () => {
  if (!existsSync(path.join(own, "node_modules/node/bin/node"))) execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: own, stdio: "inherit" });
};

/** The document with everything `count` times: paths, operations and components under names of their own. */
const copies = (document, count) => {
  const copy = (index) => JSON.parse(JSON.stringify(document).replaceAll(/"#\/components\/(\w+)\/([^"/]+)/g, (_, section, name) => `"#/components/${section}/${name}_${index}`));
  const named = (members, index) => Object.fromEntries(Object.entries(members).map(([name, value]) => [`${name}_${index}`, value]));
  const result = { ...document, paths: {}, components: {} };
  for (let index = 0; index < count; index++) {
    const { paths, components } = copy(index);
    for (const [name, item] of Object.entries(paths)) {
      for (const operation of Object.values(item)) if (typeof operation === "object" && operation.operationId !== undefined) operation.operationId += `Copy${index}`;
      result.paths[`/copy${index}${name}`] = item;
    }
    for (const [section, members] of Object.entries(components))
      result.components[section] = { ...result.components[section], ...(section === "securitySchemes" ? members : named(members, index)) };
  }
  return result;
};

const contestantsFor = (file, folder, names) =>
  [
    {
      name: "openapi-typescript",
      run: () => runNode(path.join(root, "node_modules/openapi-typescript/bin/cli.js"), [file, "-o", "types.d.ts"], folder, folder),
    },
    { name: "oazapfts", run: () => runNode(path.join(own, "node_modules/oazapfts/dist/cli.js"), [file, "client.ts"], folder, folder) },
    {
      name: "openapi-sieve",
      run: () => {
        // a folder of its own each time: writing where thousands of files were just removed is slow on some file systems
        const out = mkdtempSync(path.join(folder, "package-"));
        return runNode(path.join(root, "dist/cli.js"), ["generate", file, "--out", out, "--no-cache", "--quiet", "--max-diagnostics", "1"], folder, folder);
      },
    },
  ].filter(({ name }) => names.includes(name));

/** Not every generator takes every document: one that fails has no figures. */
const attempt = ({ name, run }) => ({
  name,
  run: () => {
    try {
      return run();
    } catch {
      return undefined;
    }
  },
});

const cpuOf = (runs) => (runs.includes(undefined) ? undefined : median(runs.map(({ cpu }) => cpu)));

const row = (name, runs, base) => {
  const cpu = cpuOf(runs);
  if (cpu === undefined) return [name, "fails", "", "", ""];
  const ratio = base === undefined ? "" : (cpu / base).toFixed(2);
  return [name, cpu.toFixed(1), ratio, median(runs.map(({ wall }) => wall)).toFixed(1), String(Math.round(median(runs.map(({ memory }) => memory))))];
};

const head = ["generator", "cpu s", "x openapi-typescript", "wall s", "peak MB"];

/** Prints a table for each large document, and one for copies; tells what it skips. */
export const benchLarge = async (folder, rounds) => {
  const documents = ["stripe.json", "digitalocean.json", "netbox-3.4.json"].map((name) => path.join(corpora, "openapi", name)).filter((file) => existsSync(file));
  if (documents.length === 0) return console.log(`\nLarge documents are skipped: there are none in ${corpora}; name another folder in CORPORA.`);
  install();
  for (const file of documents) {
    const contestants = [...contestantsFor(file, folder, ["openapi-typescript", "oazapfts", "openapi-sieve"]), ...peerContestants(file, folder, own)];
    const results = await interleave(contestants.map(attempt), rounds);
    const base = cpuOf(results.get("openapi-typescript"));
    console.log(`\n${path.basename(file)}, ${rounds} rounds:\n`);
    console.log(table(head, contestants.map(({ name }) => row(name, results.get(name), base))));
  }
  await benchCopies(folder, rounds);
};

/** How time and memory grow with the size of a document. */
export const benchCopies = async (folder, rounds) => {
  const asana = path.join(corpora, "openapi/asana.json");
  if (!existsSync(asana)) return;
  const document = JSON.parse(readFileSync(asana, "utf8"));
  const rows = [];
  for (const count of [1, 2, 4, 8]) {
    const file = path.join(folder, `copies-${count}.json`);
    writeFileSync(file, JSON.stringify(copies(document, count)));
    const results = await interleave(contestantsFor(file, folder, ["openapi-typescript", "openapi-sieve"]).map(attempt), rounds);
    const base = cpuOf(results.get("openapi-typescript"));
    for (const [name, runs] of results) rows.push([String(count), ...row(name, runs, base)]);
  }
  console.log(`\nasana.json, 1, 2, 4 and 8 times in one document, ${rounds} rounds:\n`);
  console.log(table(["copies", ...head], rows));
};
