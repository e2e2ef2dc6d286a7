import { expect, test } from "vitest";
import type { FileDrift } from "../../generator/drift/drift.js";
import { firstDifference, lineDiff } from "../../generator/drift/line-diff.js";

test("a file that was checked out with other line ends differs where its text does", () => {
  const after = "one\ntwo\nthree\nfour\n";
  const file: FileDrift = { path: "a.ts", kind: "outdated", before: after.replace("three", "3").replaceAll("\n", "\r\n"), after };
  expect(lineDiff(file, 10)).toEqual(["@@ line 2 @@", " two", "-3", "+three", " four"]);
  expect(firstDifference(file)).toBe(3);
});
