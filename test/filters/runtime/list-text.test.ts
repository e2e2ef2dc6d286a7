import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readList, writeList } from "../../../templates/filters/list-text.js";

const item = fc.oneof(
  fc.constantFrom(
    "",
    ",",
    "%",
    "%2C",
    "%2c",
    "%25",
    "%00",
    "%2500",
    "%252500",
    "25",
    "00",
    "a,b",
    "å",
    "💡",
    "\u0000",
    " ",
  ),
  fc.array(fc.constantFrom("%", "2", "5", "C", "c", "0", ",", "a")).map((units) => units.join("")),
  fc.string(),
);

describe.each(["comma", "repeat"] as const)("%s", (style) => {
  test("every list of strings survives", () => {
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect(readList(style, writeList(style, items))).toEqual(items);
      }),
      { numRuns: 2000 },
    );
  });

  test("different lists are written differently", () => {
    fc.assert(
      fc.property(fc.array(item), fc.array(item), (left, right) => {
        fc.pre(JSON.stringify(left) !== JSON.stringify(right));
        expect(writeList(style, left)).not.toEqual(writeList(style, right));
      }),
      { numRuns: 2000 },
    );
  });

  test("ordinary items stay as they are", () => {
    expect(writeList(style, ["a b", "50%", "ä%2"])).toEqual(
      style === "comma" ? ["a b,50%,ä%2"] : ["a b", "50%", "ä%2"],
    );
  });
});

test.each([
  [["a,b", "c"], "a%2Cb,c"],
  [["%2C"], "%252C"],
  [["%2c", "%00"], "%252c,%2500"],
  [[""], "%00"],
  [["", ""], ","],
  [[], ""],
])("%j is written %j", (items, text) => {
  expect(writeList("comma", items)).toEqual([text]);
});

test.each([
  [
    ["a,b", "c"],
    ["a,b", "c"],
  ],
  [["%2C"], ["%2C"]],
  [["%00"], ["%2500"]],
  [
    ["%00", "b"],
    ["%00", "b"],
  ],
  [[""], ["%00"]],
  [
    ["", ""],
    ["", ""],
  ],
  [[], [""]],
])("%j is repeated as %j", (items, texts) => {
  expect(writeList("repeat", items)).toEqual(texts);
});
