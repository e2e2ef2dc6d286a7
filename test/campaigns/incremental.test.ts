import { expect, test } from "vitest";
import { loadWriteTypes } from "../../generator/emit/types.js";
import { textHash } from "../../generator/write/text-hash.js";
import { equalModules } from "../support/equal-modules.js";
import { equalTypes } from "../support/equal-types.js";
import { descriptions, documentIn, isDescription } from "../support/fuzz.js";

// npm run campaign:incremental. Versions of every description, each a few edits from the last: what has one fingerprint is one module.

const rounds = Number(process.env["RUNS"] ?? 20);
const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);
const largest = Number(process.env["SIZE"] ?? 200_000);

test(`plain types, ${rounds} rounds from seed ${seed}`, { timeout: 24 * 3_600_000 }, async () => {
  const writeTypes = await loadWriteTypes(textHash);
  const sum = { documents: 0, versions: 0, units: 0, known: 0 };
  const differing: string[] = [];
  for (const file of descriptions(largest)) {
    const document = documentIn(file);
    if (!isDescription(document)) continue;
    const { differing: found, ...counts } = await equalTypes(document, writeTypes, rounds, seed);
    sum.documents++;
    for (const key of ["versions", "units", "known"] as const) sum[key] += counts[key];
    differing.push(...found.slice(0, 1).map((one) => `${file}: ${one}`));
  }
  console.log(`incremental types: ${JSON.stringify({ seed, rounds, ...sum })}`);
  expect(differing).toEqual([]);
});

test(`modules, ${rounds} rounds from seed ${seed}`, { timeout: 24 * 3_600_000 }, () => {
  const sum = { documents: 0, versions: 0, modules: 0, known: 0, needless: 0 };
  const differing: string[] = [];
  for (const file of descriptions(largest)) {
    const document = documentIn(file);
    if (!isDescription(document)) continue;
    const { differing: found, ...counts } = equalModules(document, rounds, seed);
    sum.documents++;
    for (const key of ["versions", "modules", "known", "needless"] as const) sum[key] += counts[key];
    differing.push(...found.slice(0, 1).map((one) => `${file}: ${one}`));
  }
  console.log(`incremental: ${JSON.stringify({ seed, rounds, ...sum })}`);
  expect(differing).toEqual([]);
});
