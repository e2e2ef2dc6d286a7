import { expect, test } from "vitest";
import { suggest } from "../../generator/diagnostics/suggest.js";

test.each<[string, readonly string[], string | undefined]>([
  ["naem", ["name", "age"], "name"],
  ["nme", ["name", "age"], "name"],
  ["Name", ["nape", "name"], "name"],
  ["operatorIds", ["operationId", "operationIds"], "operationIds"],
  ["x", ["y"], "y"],
  ["x", ["yz"], undefined],
  ["pet", ["Invoice"], undefined],
  ["pet", [], undefined],
  ["name", ["name"], undefined],
  ["", ["a", "ab"], "a"],
  ["aab", ["aac", "aad"], "aac"],
  ["ÅR", ["år"], "år"],
  ["a".repeat(201), ["a".repeat(202)], undefined],
])("%j among %j", (wrong, candidates, near) => {
  expect(suggest(wrong, candidates)).toBe(near);
});
