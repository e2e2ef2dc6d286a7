import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compileStrict } from "../support/compile-strict.js";
import { loadGenerate } from "../support/generated-package.js";
import { documentOf, isRefused } from "../support/read-schemas.js";
import { randomSchema } from "./random-schema.js";

const leaf = { type: "string", enum: ["a", "b"] };

/** The same on every run, since what they try is the compiler. */
const sample = fc
  .sample(randomSchema(3, ["Leaf"]), { numRuns: 80, seed: 20_12 })
  .filter((schema) => !isRefused({ Subject: schema, Leaf: leaf }));

test("what is generated for random schemas compiles in strict mode", async () => {
  const folder = mkdtempSync(join(tmpdir(), "openapi-sieve-random-"));
  const input = join(folder, "random.json");
  const schemas = Object.fromEntries(sample.map((schema, index) => [`Random${index}`, schema]));
  writeFileSync(input, JSON.stringify(documentOf({ ...schemas, Leaf: leaf })));
  const { generate, tools } = await loadGenerate();
  const { files } = await generate(input);
  await tools.close();
  rmSync(folder, { recursive: true });
  expect(sample.length).toBeGreaterThan(50);
  expect(compileStrict(new Map(files.map(({ path, text }) => [`/random/${path}`, text])))).toEqual([]);
});
