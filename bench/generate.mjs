// npm run bench:generate [-- --rounds N --large N]: time and memory of generating both packages, cold and unchanged, beside the
// openapi-typescript command line on the same two descriptions; then, in so many rounds, of large documents where they are.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { benchLarge } from "./generate/large.mjs";
import { interleave, machine, median, root, runNode, table, version } from "./support/measure.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" }, large: { type: "string", default: "2" } } });
const [rounds, large] = [values.rounds, values.large].map(Number);
const folder = mkdtempSync(path.join(tmpdir(), "bench-generate-"));
const specs = ["pigello-accounts", "taxfiling-accounts"];
const cli = path.join(root, "dist/cli.js");
const openapiTypescript = path.join(root, "node_modules/openapi-typescript/bin/cli.js");

const prepare = () => {
  for (const spec of specs) cpSync(path.join(root, "spec", `${spec}.yaml`), path.join(folder, `${spec}.yaml`));
  writeFileSync(
    path.join(folder, "openapi-sieve.config.json"),
    JSON.stringify({ apis: Object.fromEntries(specs.map((spec) => [spec, { input: `${spec}.yaml` }])) }),
  );
  // where an installation is, so is the cache
  mkdirSync(path.join(folder, "node_modules"), { recursive: true });
  writeFileSync(path.join(folder, "node_modules/.package-lock.json"), "{}");
  mkdirSync(path.join(folder, "both"));
  writeFileSync(
    path.join(folder, "both/redocly.yaml"),
    `apis:\n${specs.map((spec) => `  ${spec}:\n    root: ../${spec}.yaml\n    x-openapi-ts: { output: ${spec}.d.ts }\n`).join("")}`,
  );
};

const sum = (runs) => ({
  wall: runs.reduce((total, run) => total + run.wall, 0),
  cpu: runs.reduce((total, run) => total + run.cpu, 0),
  memory: Math.max(...runs.map((run) => run.memory)),
});

const contestants = [
  {
    name: "openapi-typescript, one run per description",
    run: () => sum(specs.map((spec) => runNode(openapiTypescript, [`${spec}.yaml`, "-o", `${spec}.d.ts`], folder, folder))),
  },
  {
    name: "openapi-typescript, one run for both",
    run: () => runNode(openapiTypescript, ["--redocly", "redocly.yaml"], path.join(folder, "both"), folder),
  },
  {
    name: "openapi-sieve generate, cold",
    run: () => {
      rmSync(path.join(folder, "generated"), { recursive: true, force: true });
      rmSync(path.join(folder, "node_modules/.cache"), { recursive: true, force: true });
      return runNode(cli, ["generate"], folder, folder);
    },
  },
  { name: "openapi-sieve generate, nothing changed", run: () => runNode(cli, ["generate"], folder, folder) },
];

try {
  prepare();
  const results = await interleave(contestants, rounds);
  const base = median(results.get(contestants[0].name).map((run) => run.wall));
  const rows = contestants.map(({ name }) => {
    const runs = results.get(name);
    const wall = median(runs.map((run) => run.wall));
    return [
      name,
      wall.toFixed(2),
      Math.min(...runs.map((run) => run.wall)).toFixed(2),
      median(runs.map((run) => run.cpu)).toFixed(2),
      Math.round(median(runs.map((run) => run.memory))),
      (wall / base).toFixed(2),
    ];
  });
  console.log(`${machine()}; openapi-typescript ${version("openapi-typescript")}; ${rounds} rounds, interleaved\n`);
  console.log(table(["command", "wall s (median)", "wall s (least)", "cpu s (median)", "peak MB", "x openapi-typescript"], rows));
  if (large > 0) await benchLarge(folder, large);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
