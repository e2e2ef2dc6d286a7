// npm run bench:again [-- --rounds N --jobs N]: what a run costs where there was one before, by what has changed since; and several
// packages at a time, one after the other and in threads.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { interleave, machine, median, root, runNode, table, version } from "./support/measure.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" }, jobs: { type: "string", default: "2" } } });
const rounds = Number(values.rounds);
const cli = path.join(root, "dist/cli.js");
const corpora = process.env.CORPORA ?? path.join(root, "../shared/corpora");
const folder = mkdtempSync(path.join(tmpdir(), "bench-again-"));

const large = ["stripe.json", "digitalocean.json", "netbox-3.4.json"].map((name) => path.join(corpora, "openapi", name)).filter((file) => existsSync(file));

/** The first operation of the first path. */
const operationOf = ({ paths }) => Object.values(Object.values(paths)[0]).find((member) => typeof member === "object" && "responses" in member);

/** The schema that most references lead to. */
const schemaOf = (document) => {
  const counts = new Map();
  for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"/]+)"/g)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [most] = [...counts].sort(([, left], [, right]) => right - left);
  return most === undefined ? undefined : document.components.schemas[most[0]];
};

const changes = { "one operation": { of: operationOf, key: "summary" }, "the schema most referred to": { of: schemaOf, key: "title" } };

const rowOf = (name, runs, base) => {
  const cpu = median(runs.map((run) => run.cpu));
  return [name, cpu.toFixed(1), (cpu / base).toFixed(2), median(runs.map((run) => run.wall)).toFixed(1), String(Math.round(median(runs.map((run) => run.memory))))];
};

const benchDocument = async (file) => {
  const work = mkdtempSync(path.join(folder, "document-"));
  const input = path.join(work, "openapi.json");
  cpSync(file, input);
  // folders of their own each time: writing where thousands of files were just removed is slow on some file systems
  let fresh = 0;
  const generate = () =>
    runNode(cli, ["generate", input, "--out", path.join(work, `package-${fresh}`), "--name", "measured", "--cache-dir", path.join(work, `cache-${fresh}`), "--quiet", "--max-diagnostics", "1"], work, folder);
  const whole = JSON.parse(readFileSync(input, "utf8"));
  let turn = 0;
  const contestants = [
    {
      name: "nothing was there",
      run: () => {
        fresh++;
        return generate();
      },
    },
    { name: "nothing has changed", run: generate },
    ...Object.entries(changes).filter(([, { of }]) => of(whole) !== undefined).map(([name, { of, key }]) => ({
      name: `${name} has changed`,
      run: () => {
        const document = JSON.parse(readFileSync(input, "utf8"));
        of(document)[key] = `Turn ${++turn}`;
        writeFileSync(input, JSON.stringify(document));
        return generate();
      },
    })),
  ];
  const results = await interleave(contestants, rounds);
  const base = median(results.get("nothing was there").map((run) => run.cpu));
  console.log(`\n${path.basename(file)}, ${rounds} rounds:\n`);
  console.log(table(["since the last run", "cpu s", "x cold", "wall s", "peak MB"], [...results].map(([name, runs]) => rowOf(name, runs, base))));
  rmSync(work, { recursive: true, force: true });
};

const benchJobs = async () => {
  const asana = path.join(corpora, "openapi/asana.json");
  if (!existsSync(asana)) return;
  const work = mkdtempSync(path.join(folder, "jobs-"));
  const names = Array.from({ length: 8 }, (_, index) => `copy-${index}`);
  for (const name of names) cpSync(asana, path.join(work, `${name}.json`));
  let fresh = 0;
  const contestants = ["1", values.jobs].map((jobs) => ({
    name: `--jobs ${jobs}`,
    run: () => {
      const out = `out-${++fresh}`;
      writeFileSync(path.join(work, "openapi-sieve.config.json"), JSON.stringify({ apis: Object.fromEntries(names.map((name) => [name, { input: `${name}.json`, out: `${out}/${name}` }])) }));
      return runNode(cli, ["generate", "--no-cache", "--quiet", "--max-diagnostics", "1", "--jobs", jobs], work, folder);
    },
  }));
  const results = await interleave(contestants, rounds);
  const base = median(results.get("--jobs 1").map((run) => run.cpu));
  console.log(`\nasana.json in 8 packages, ${rounds} rounds:\n`);
  console.log(table(["run", "cpu s", "x --jobs 1", "wall s", "peak MB"], [...results].map(([name, runs]) => rowOf(name, runs, base))));
};

try {
  if (large.length === 0) console.log(`There are no large documents in ${corpora}; name another folder in CORPORA.`);
  else {
    console.log(`${machine()}; openapi-sieve ${JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).version}, openapi-typescript ${version("openapi-typescript")}`);
    for (const file of large) await benchDocument(file);
    await benchJobs();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
