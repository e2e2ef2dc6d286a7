import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats, type FormatName } from "../../generator/formats/index.js";
import { readCases, stringsOf } from "../formats/support/cases.js";
import { type FormatDifference, hyperjumpFormats } from "../support/hyperjump-formats.js";
import { hyperjumpVerdict } from "../support/hyperjump-verdict.js";
import { nearMisses } from "../support/near-misses.js";

const entries = Object.entries(hyperjumpFormats) as readonly (readonly [FormatName, readonly FormatDifference[]])[];

describe.each(entries)("%s", (name, differences) => {
  const { check } = formats[name];
  const { valid, invalid } = readCases(name);
  const texts = stringsOf([...valid, ...invalid]);

  /** "throws" where there is no verdict. */
  const theirs = async (): Promise<(value: string) => boolean | "throws"> => {
    const verdict = await hyperjumpVerdict({ format: name });
    return (value) => {
      try {
        return verdict(value);
      } catch {
        return "throws";
      }
    };
  };

  test("decides like Hyperjump, but for the listed reasons", async () => {
    const hyperjump = await theirs();
    const isExpected = (value: string): boolean => hyperjump(value) === check(value) || differences.some(({ applies }) => applies(value));
    expect(texts.filter((value) => !isExpected(value))).toEqual([]);
    fc.assert(fc.property(nearMisses(texts), isExpected), { numRuns: 2000, seed: 3986 });
  });

  test.each(differences)("decides otherwise on $example", async ({ example, applies }) => {
    expect((await theirs())(example)).not.toBe(check(example));
    expect(applies(example)).toBe(true);
  });
});
