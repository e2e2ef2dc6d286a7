import { expect, test } from "vitest";
import type { Statement } from "../../generator/lift/statement.js";
import { isVacuous } from "../../generator/lift/vacuous.js";

const required = new Set(["a", "b"]);
const when = (verdict: "required" | "forbidden", ...fields: string[]): Statement => ({ kind: "when", condition: { field: "k", values: ["x"], negated: false }, verdict, fields });

test.each<readonly [Statement, boolean]>([
  [{ kind: "allOrNone", groups: [["a"], ["b"]] }, true],
  [{ kind: "allOrNone", groups: [["a"], ["c"]] }, false],
  [{ kind: "atLeastOne", groups: [["a"], ["c"]] }, true],
  [{ kind: "atLeastOne", groups: [["a", "c"], ["d"]] }, false],
  [{ kind: "requires", field: "c", needs: ["a", "b"], any: false }, true],
  [{ kind: "requires", field: "a", needs: ["c"], any: false }, false],
  [{ kind: "requires", field: "c", needs: ["a", "d"], any: true }, true],
  [when("required", "a"), true],
  [when("required", "a", "c"), false],
  [when("forbidden", "a"), false],
  [{ kind: "atMostOne", groups: [["a"], ["b"]] }, false],
  [{ kind: "unique", field: "a" }, false],
])("%j", (statement, vacuous) => {
  expect(isVacuous(statement, { required })).toBe(vacuous);
});
