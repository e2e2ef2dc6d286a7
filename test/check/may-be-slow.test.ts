import fc from "fast-check";
import { expect, test } from "vitest";
import { mayBeSlow } from "../../generator/check/may-be-slow.js";
import { loadPatternDetector } from "../../generator/check/pattern-detector.js";
import { randomPattern } from "./random-pattern.js";

/** What descriptions are full of: for none of these the detector is worth its time. */
const ordinary = [
  "",
  "^$",
  String.raw`^\+?1?\d{7,15}$`,
  "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
  "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
  String.raw`^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$`,
  String.raw`^\d+(\.\d{1,2})?$`,
  "^(asc|desc)$",
  "^(a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p)$",
  "^#([0-9a-f]{6}|[0-9a-f]{3})$",
  "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
  String.raw`^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)(?<!x*).{8,}$`,
  String.raw`^[^@\s]+@[^@\s]+$`,
  "^https?://.+",
  // no quantifiers, no groups, no alternatives
  String.raw`^\(\*+\)\*\+[(*+|)*+]{4}[\]*+(]{4}$`,
  String.raw`^(?<year>\d{4}){2}(?<month>\d{2})+?$`,
  String.raw`^(\u{1F408}\p{L}\x41){4}$`,
];

test.each(ordinary)("%s is fast", (source) => {
  expect(() => new RegExp(source, "u")).not.toThrow();
  expect(mayBeSlow(source)).toBe(false);
});

const doubtful = [
  "^(a+)+$",
  "^(a|a)*$",
  "^(a?){30}$",
  "^(?:(?:a|b)c)*$",
  "^(?<word>a*)*?$",
  "^(?=(a+)+)",
  String.raw`^(\(|\))*$`,
  "^[a-z0-9]+(?:-[a-z0-9]+)*$",
  // three loops in a row, or two and the search for the beginning
  "^a*a*a*$",
  "^a*(a*)(?:(a{0,20}))$",
  "^a*a*(?=a*$)",
  "a*a*$",
  "^a|a*a*$",
  "(^a*a*)$",
  // no loop, but many choices
  "^a?a?a?a?a?a?a?a?a?a?a?a?$",
];

test.each(doubtful)("%s may be slow", (source) => {
  expect(() => new RegExp(source, "u")).not.toThrow();
  expect(mayBeSlow(source)).toBe(true);
});

test("no pattern is passed over that the detector finds slow", async () => {
  const detect = await loadPatternDetector();
  fc.assert(
    fc.property(randomPattern, (source) => {
      // in so many steps most of those that are slow are found, and of the others little time is lost
      if (!mayBeSlow(source)) expect(detect({ source, flags: "u" }, 2_000).slowness).toBeUndefined();
    }),
    { numRuns: 400, seed: 22 },
  );
});
