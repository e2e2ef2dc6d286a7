import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { readSpec } from "../../generator/read-spec.js";
import { compileSchema } from "../../generator/compile/compile-schema.js";

test("100,000 keys: as properties, as values, in a value", () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `key ${index}`);
  const every = Object.fromEntries(names.map((name) => [name, 1]));
  const described = compileSchema({ type: "object", properties: Object.fromEntries(names.map((name) => [name, { type: "integer" }])), required: names, additionalProperties: false });
  expect(described.is(every)).toBe(true);
  expect(described.validate({ ...every, "key 77777": "x", other: 1 }).issues).toHaveLength(2);
  expect(compileSchema({ enum: names }).is("key 99999")).toBe(true);
  expect(compileSchema({ additionalProperties: { type: "integer" }, maxProperties: 100_000 }).is(every)).toBe(true);
}, 600_000);

test.each([
  ["brackets", "x: [", "[],"],
  ["items", "x:\n", "- 1\n"],
  ["empty lines", "x: |\n", " \n"],
])("20 MB of %s in YAML are read or refused in bounded memory", (_, start, part) => {
  const folder = mkdtempSync(path.join(tmpdir(), "openapi-sieve-hostile-"));
  writeFileSync(path.join(folder, "a.yaml"), start + part.repeat(Math.floor(19_900_000 / part.length)));
  const { diagnostics } = readSpec("a.yaml", folder);
  expect(diagnostics.map(({ code }) => code)).toHaveLength(1);
  rmSync(folder, { recursive: true });
}, 600_000);
