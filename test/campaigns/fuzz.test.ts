import { expect, test } from "vitest";
import { descriptions, fuzz } from "../support/fuzz.js";

// npm run campaign:fuzz. FUZZ_RUNS mutated copies of all descriptions up to FUZZ_SIZE bytes, from FUZZ_SEED on; FUZZ_ONLY names a part of a path.

const { FUZZ_RUNS = "3000", FUZZ_SEED = String(Date.now() % 2 ** 31), FUZZ_SIZE = "60000", FUZZ_ONLY = "" } = process.env;

test(`${FUZZ_RUNS} mutated descriptions from seed ${FUZZ_SEED}`, { timeout: 24 * 3_600_000 }, async () => {
  const files = descriptions(Number(FUZZ_SIZE)).filter((file) => file.includes(FUZZ_ONLY));
  const { failures, ...counts } = await fuzz({ runs: Number(FUZZ_RUNS), seed: Number(FUZZ_SEED), files });
  console.log(`fuzz: ${JSON.stringify({ seed: Number(FUZZ_SEED), files: files.length, ...counts, failures: failures.length })}`);
  for (const failure of failures) console.log(`\n${failure}`);
  expect(failures).toEqual([]);
});
