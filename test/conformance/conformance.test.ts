import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileSchema } from "../../generator/compile/compile-schema.js";
import { emitValidators } from "../../generator/compile/emit-validators.js";
import { createCompileEmitted } from "./compile-emitted.mjs";
import { type Compile, findSuite, runSuite, unexpected } from "./suite.mjs";

interface Listed {
  readonly reason: string;
  readonly cases: readonly string[];
}

const listed = JSON.parse(readFileSync(new URL("listed.json", import.meta.url), "utf8")) as readonly Listed[];

const suite = findSuite();

const ways: Readonly<Record<string, Compile>> = { compileSchema, emitValidators: createCompileEmitted(emitValidators) };

describe.skipIf(suite === undefined)("the official suite of JSON Schema 2020-12 (skipped where it is not at hand)", () => {
  test.each(Object.entries(ways))("passes by %s in every mode, but for the listed cases", async (_, compile) => {
    const results = suite === undefined ? [] : await runSuite(compile, suite);
    expect(results.length).toBeGreaterThan(1000);
    expect(unexpected(results, listed)).toEqual([]);
  });
});

test("a case that fails without being listed, and one that passes although it is, are told", () => {
  const results = [{ name: "a", fault: "accepted" }, { name: "b", fault: undefined }, { name: "c", fault: undefined }];
  expect(unexpected(results, [{ reason: "to see it", cases: ["b"] }])).toEqual([
    "a: accepted",
    "b: passes, and is listed as one that does not",
  ]);
});
