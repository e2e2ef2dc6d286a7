import { expect, test } from "vitest";
import { loadPatternDetector } from "../../generator/check/pattern-detector.js";
import { slowPatterns } from "../../generator/check/slow-patterns.js";
import { createCollector } from "../../generator/diagnostics/collector.js";
import { readContract } from "../../generator/model/read-contract.js";
import type { SourceObject, SourceValue } from "../../generator/source/value.js";

/** The places of slow patterns in a document whose schemas have these, by name. */
const slowIn = async (patterns: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const { report, diagnostics } = createCollector();
  const object = (members: Readonly<Record<string, SourceValue>>): SourceObject => new Map(Object.entries(members));
  const schemas = object(Object.fromEntries(Object.entries(patterns).map(([name, pattern]) => [name, object({ pattern })])));
  await slowPatterns(readContract(object({ openapi: "3.1.0", components: object({ schemas }) }), report), report);
  return diagnostics().map(({ code, target }) => `${code} ${target?.pointer.split("/")[3]}`);
};

/** Slow, but it takes the detector all the steps that one pattern is given; no two are the same. */
const tiring = (count: number): readonly (readonly [string, string])[] =>
  Array.from({ length: count }, (_, index) => [`Tiring${index}`, `^(([a-z]{1,3}){1,20})*${"x".repeat(index)}$`]);

test("a pattern that takes the detector too long is passed over", async () => {
  expect(await slowIn(Object.fromEntries([...tiring(1), ["Slow", "^(a+)+$"]]))).toEqual(["pattern-slow Slow"]);
});

test("short patterns are judged first, however many long ones use up the steps", async () => {
  const patterns = Object.fromEntries([...tiring(20), ["Short", "^(a+)+$"], ["Long", `^(a+)+${"b".repeat(100)}$`]]);
  // what the limit is for: long ones are left out at last
  expect(await slowIn(patterns)).toEqual(["pattern-slow Short"]);
});

test("a pattern is judged once, wherever it stands", async () => {
  const names = Array.from({ length: 500 }, (_, index) => `Same${index}`);
  expect(await slowIn(Object.fromEntries(names.map((name) => [name, "^(a+)+$"])))).toHaveLength(500);
});

test("what is too long or too deep for the detector says nothing", async () => {
  const deep = `^${"(".repeat(650)}a+${")+".repeat(650)}$`;
  const long = `^(a+)+${"b".repeat(100_000)}$`;
  expect(await slowIn({ Deep: deep, Long: long })).toEqual([]);
});

test("the detector answers by its steps alone", async () => {
  const detect = await loadPatternDetector();
  const pattern = { source: "^(([a-z]+,)+)*$", flags: "u" };
  const first = detect(pattern, 20_000);
  expect(first.slowness?.growth).toBe("exponential");
  expect(detect(pattern, 20_000)).toEqual(first);
  // with fewer it is the same each time as well: there is no clock that a slow machine would run out of
  const enough = first.steps;
  expect(detect(pattern, enough).slowness).toEqual(first.slowness);
  for (const steps of [1, Math.floor(enough / 2)]) expect(detect(pattern, steps)).toEqual({ steps: expect.closeTo(steps, -1) });
});
