// npm run bench:stream [-- --lines N] [--rounds N]: JSON Lines through validateAccountStream, beside JSON.parse of each line
// by the plainest reader. Memory is by how much the peak of the process grew while it read; a tenth of the lines beside all
// of them shows whether it grows with their number.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { interleave, machine, median, runNode, table } from "./support/measure.mjs";

const { values } = parseArgs({ options: { lines: { type: "string", default: "1000000" }, rounds: { type: "string", default: "3" } } });
const lines = Number(values.lines);
const script = fileURLToPath(new URL("support/read-lines.mjs", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "bench-stream-"));

const measured = (way, count) => {
  const result = path.join(folder, "result.json");
  runNode(script, [way, String(count), result], folder, folder);
  return JSON.parse(readFileSync(result, "utf8"));
};

const contestants = [
  ["parse", "JSON.parse of each line"],
  ["items", "validateAccountStream, items that are parsed already"],
  ["lines", "validateAccountStream, JSON Lines in chunks of bytes"],
  ["wrong", "the same, every tenth line wrong"],
].flatMap(([way, title]) => [lines / 10, lines].map((count) => ({ name: `${way} ${count}`, title, count, run: () => measured(way, count) })));

try {
  const results = await interleave(contestants, Number(values.rounds));
  const rows = contestants.map(({ name, title, count }) => {
    const runs = results.get(name);
    const seconds = median(runs.map((run) => run.seconds));
    return [title, count, seconds.toFixed(2), Math.round(count / seconds), Math.round(median(runs.map((run) => run.growth)))];
  });
  console.log(`${machine()}; ${values.rounds} rounds, interleaved\n`);
  console.log(table(["reader", "lines", "s (median)", "lines/s", "growth of peak memory, MB"], rows));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
