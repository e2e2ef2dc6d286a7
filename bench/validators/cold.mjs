import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleContestant } from "./bundle.mjs";
import { makeItems } from "./data.mjs";

const probe = `import { readFileSync } from "node:fs";
const item = JSON.parse(readFileSync(new URL("item.json", import.meta.url), "utf8"));
const begin = performance.now();
const { all } = await import(process.argv[2]);
const imported = performance.now();
const result = all(item);
const end = performance.now();
if (result !== undefined && result.value === undefined) throw new Error("a valid item is refused");
console.log(JSON.stringify({ imported: imported - begin, first: end - imported, ready: end - begin }));
`;

/** Milliseconds of import and first item in fresh processes, in turn: as one minified file, and `installed` as many. */
export const coldStarts = async (contestants, installed, rounds) => {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-validators-"));
  try {
    writeFileSync(path.join(folder, "probe.mjs"), probe);
    writeFileSync(path.join(folder, "item.json"), JSON.stringify(makeItems(1)[0]));
    const programs = [];
    for (const { name, file } of contestants) {
      const out = path.join(folder, file);
      writeFileSync(out, await bundleContestant(file));
      programs.push({ name, url: pathToFileURL(out).href, runs: [] });
    }
    for (const { name, file } of installed) programs.push({ name: `${name}, not bundled`, url: new URL(`./contestants/${file}`, import.meta.url).href, runs: [] });
    for (let round = 0; round < rounds; round++)
      for (const { name, url, runs } of programs) {
        const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, "probe.mjs"), url], { encoding: "utf8" });
        if (status !== 0) throw new Error(`${name}: ${stderr}`);
        runs.push(JSON.parse(stdout));
      }
    return programs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
