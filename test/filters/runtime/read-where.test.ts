import { describe, expect, test } from "vitest";
import { readWhere } from "../../../templates/filters.js";
import { repeating, table } from "./table.js";

const read = (query: string) => readWhere(table, new URLSearchParams(query));

test("operators, negation and other parameters", () => {
  expect(read("_page=1&name__in=a,b&name!=c&age__in!=1,2&born=2026-01-31&toString=x")).toEqual({
    value: { born: "2026-01-31", name: { in: ["a", "b"], not: { equals: "c" } }, age: { not: { in: [1, 2] } } },
  });
  expect(read("")).toEqual({ value: {} });
});

test("equality beside operators is spelled out, alone it is the bare value", () => {
  expect(read("name=a")).toEqual({ value: { name: "a" } });
  expect(read("name=a&name__isnull=false")).toEqual({ value: { name: { equals: "a", isnull: false } } });
  expect(read("name!=a")).toEqual({ value: { name: { not: { equals: "a" } } } });
});

test("names that every object inherits are own members", () => {
  const { value } = read("__proto__=a&constructor=b") as { readonly value: object };
  expect(Object.entries(value)).toEqual([
    ["__proto__", "a"],
    ["constructor", "b"],
  ]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

describe("issues", () => {
  test.each([
    ["shoe=1", "unknownParameter", "is not a known parameter"],
    ["hasOwnProperty=1", "unknownParameter", "is not a known parameter"],
    ["shoe__gt!=1", "unknownParameter", "is not a known parameter"],
    [
      "name__like=x",
      "unknownOperator",
      "is not allowed: name takes no operator like, only equals, icontains, gt, in, isnull",
    ],
    [
      "name__like!=x",
      "unknownOperator",
      "is not allowed: name takes no operator like, only equals, icontains, gt, in, isnull",
    ],
    [
      "name__toString=x",
      "unknownOperator",
      "is not allowed: name takes no operator toString, only equals, icontains, gt, in, isnull",
    ],
    ["price=1", "unknownOperator", "is not allowed: price takes no bare value, only min, max"],
    ["height__gt!=1", "negationNotAllowed", "is not allowed: height__gt cannot be negated"],
    ["age__gt!=1", "negationNotAllowed", "is not allowed: age__gt cannot be negated"],
    ["age=x", "type", "must be an integer"],
    ["height=x", "type", "must be a number"],
    ["active=yes", "type", "must be true or false"],
    ["name__isnull=1", "type", "must be true or false"],
    ["age__year=x", "type", "must be an integer"],
    ["height__near=x", "type", "must be a number"],
    ["born=yesterday", "format", "must be a valid date"],
    ["born__in=2026-01-31,x,y", "format", "must be a valid date"],
    ["level__in=0,7", "enum", "must be one of 0, 1"],
    ["age=1&age=2", "duplicateParameter", "must be given once"],
    ["age__in=1&age__in=2", "duplicateParameter", "must be given once"],
  ])("%s", (query, code, message) => {
    expect(read(query)).toEqual({
      issues: [{ code, path: [new URLSearchParams(query).keys().next().value], message }],
    });
  });

  test("each parameter has its own, in the order of the query", () => {
    expect(read("age=x&shoe=1&name=ok&shoe=2").issues?.map(({ path }) => path)).toEqual([["age"], ["shoe"]]);
  });

  test("of a list that may repeat, none is a duplicate", () => {
    expect(readWhere(repeating, new URLSearchParams("[in]age=1&[in]age=2"))).toEqual({
      value: { age: { in: [1, 2] } },
    });
    expect(readWhere(repeating, new URLSearchParams("age=1&age=2")).issues?.[0]?.code).toBe("duplicateParameter");
  });

  test("an operator in front is told as one", () => {
    const { issues } = readWhere(repeating, new URLSearchParams("[like]name=1&not:[gt]height=1"));
    expect(issues?.map(({ code }) => code)).toEqual(["unknownOperator", "negationNotAllowed"]);
  });
});

describe("numbers are read as JSON writes them", () => {
  test.each([
    "",
    " 1",
    "1 ",
    "0x1",
    "1e999",
    "-1e999",
    "NaN",
    "Infinity",
    "+1",
    "01",
    "1.",
    ".5",
    "1,5",
    "١",
    "9007199254740993",
  ])("%j is none", (text) => {
    expect(readWhere(table, new URLSearchParams({ height: text })).issues?.[0]?.code).toBe("type");
  });

  test.each([
    ["0", 0],
    ["-1.5", -1.5],
    ["1e3", 1000],
    ["9007199254740992", 9007199254740992],
  ])("%j is %d", (text, value) => {
    expect(readWhere(table, new URLSearchParams({ height: text }))).toEqual({ value: { height: value } });
  });

  test("a fraction is no integer", () => {
    expect(readWhere(table, new URLSearchParams({ age: "1.5" })).issues?.[0]?.code).toBe("type");
    expect(readWhere(table, new URLSearchParams({ age: "1.0" }))).toEqual({ value: { age: 1 } });
  });
});

test("a long query of unknown names is read in linear time", () => {
  const query = new URLSearchParams(Array.from({ length: 50_000 }, (_, index) => [`name__x${index}`, "1"]));
  expect(readWhere(table, query).issues).toHaveLength(50_000);
});
