import { describe, expect, test } from "vitest";
import { writeFilters } from "../../../templates/filters.js";
import { repeating, table } from "./table.js";

describe("filter parameters of a flat query", () => {
  test("are encoded pairs, names and values alike", () => {
    expect(writeFilters(table, { "name!": "a&b=c!", name__in: ["x,y", "å"], age: 7, other: "x" })).toEqual(["name%21=a%26b%3Dc%21", "name__in=x%252Cy%2C%C3%A5", "age=7"]);
    expect(writeFilters(repeating, { "[all]tags": ["a", "b"] })).toEqual(["%5Ball%5Dtags=a", "%5Ball%5Dtags=b"]);
  });

  test("may have integers that no number carries", () => {
    expect(writeFilters(table, { age: 9007199254740993n, age__in: [1, 12345678901234567n] })).toEqual(["age=9007199254740993", "age__in=1%2C12345678901234567"]);
  });

  test.each([{ name__isnull: 1n }, { name: 1n }, { name__icontains: 1n }])("but not where no number belongs: %o", (query) => {
    expect(() => writeFilters(table, query)).toThrow(TypeError);
  });
});
