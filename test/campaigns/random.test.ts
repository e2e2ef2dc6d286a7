import { expect, test } from "vitest";
import { judgeSchemas } from "../support/judge-schemas.js";

// npm run campaign:random. Random schemas of all of JSON Schema 2020-12: generated code in all its forms, the interpreter,
// Hyperjump and Ajv have to be of one mind about every value.

const trial = { schemas: Number(process.env["RUNS"] ?? 2000), seed: Number(process.env["SEED"] ?? Date.now() % 2 ** 31), values: 25 };

test(`${trial.schemas} random schemas from seed ${trial.seed}`, { timeout: 24 * 3_600_000 }, async () => {
  const started = performance.now();
  const { keywords, codes, ...counts } = await judgeSchemas(trial);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`random: ${JSON.stringify({ seed: trial.seed, ...counts, codes: codes.size, seconds })}`);
  expect(keywords.size).toBeGreaterThan(40);
  expect(Math.min(counts.valid, counts.values - counts.valid)).toBeGreaterThan(5 * trial.schemas);
});
