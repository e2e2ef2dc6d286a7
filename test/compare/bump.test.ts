import { expect, test } from "vitest";
import { bumpOf, isLater, nextVersion } from "../../generator/compare/bump.js";

test("the part of the version is that of the weightiest change", () => {
  expect(bumpOf([])).toBeUndefined();
  expect(bumpOf([{ bump: "patch" }, { bump: "minor" }])).toBe("minor");
  expect(bumpOf([{ bump: "patch" }, { bump: "major" }, { bump: "minor" }])).toBe("major");
});

test.each([
  ["1.4.2", "major", "2.0.0"],
  ["1.4.2", "minor", "1.5.0"],
  ["1.4.2", "patch", "1.4.3"],
  // npm's ^0.4.2 takes 0.4.3, and not 0.5.0
  ["0.4.2", "major", "0.5.0"],
  ["0.4.2", "minor", "0.4.3"],
  ["0.4.2", "patch", "0.4.3"],
  ["0.0.0", "major", "0.1.0"],
  ["2.0.0-beta.1", "major", "3.0.0"],
  ["no version", "minor", "0.0.1"],
] as const)("%s raised by %s is %s", (version, bump, next) => {
  expect(nextVersion(version, bump)).toBe(next);
});

test("a version is later than another", () => {
  expect(isLater("1.10.0", "1.9.9")).toBe(true);
  expect(isLater("1.9.9", "1.10.0")).toBe(false);
  expect(isLater("1.0.0", "1.0.0")).toBe(false);
  expect(isLater("2026-01", "1.0.0")).toBe(false);
});
