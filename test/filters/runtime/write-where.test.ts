import { expect, test } from "vitest";
import { writeWhere } from "../../../templates/filters.js";
import { repeating, table } from "./table.js";

const written = (where: object): readonly string[] =>
  [...writeWhere(table, where)].map(([name, value]) => `${name}=${value}`);

test("parameters come in the order of the table: bare, negated, then operator by operator", () => {
  const where = {
    age: 7,
    name: { not: { in: ["x"], equals: "y" }, isnull: false, icontains: "å", equals: "z" },
    born: { gt: "2026-01-31" },
  };
  expect(written(where)).toEqual([
    "born__gt=2026-01-31",
    "name=z",
    "name!=y",
    "name__icontains=å",
    "name__in!=x",
    "name__isnull=false",
    "age=7",
  ]);
});

test("members that are undefined are left out, unknown ones too", () => {
  expect(written({ name: undefined, age: { equals: undefined, in: [1, 2], not: undefined }, shoe: undefined })).toEqual(
    ["age__in=1,2"],
  );
  expect(written({ name: {}, age: { not: {} } })).toEqual([]);
});

test("fields that are lists, and fields with operators only", () => {
  expect(written({ tags: ["a", "b,c"], price: { max: 3.5 } })).toEqual(["tags=a,b%2Cc", "price__max=3.5"]);
  expect(writeWhere(repeating, { tags: { all: ["a", "b"], not: { equals: [] } } }).toString()).toBe(
    "not%3Atags=&%5Ball%5Dtags=a&%5Ball%5Dtags=b",
  );
});

test("integer-like and inherited names are ordinary fields", () => {
  const where = Object.fromEntries([
    ["10", "a"],
    ["constructor", { gt: "b" }],
    ["__proto__", { not: { equals: "c" } }],
  ]);
  expect(written(where)).toEqual(["__proto__!=c", "constructor__gt=b", "10=a"]);
});

test("inherited members are not read", () => {
  const where: object = Object.create(null, { name: { value: "a", enumerable: true } });
  expect(written(where)).toEqual(["name=a"]);
  expect(written({ name: "a" })).toEqual(["name=a"]);
});

test.each([
  [{ shoe: 43 }, "unknown filter field shoe"],
  [{ toString: "x" }, "unknown filter field toString"],
  [{ name: { like: "x" } }, "filter field name has no operator like"],
  [{ name: { constructor: "x" } }, "filter field name has no operator constructor"],
  [{ name: { not: { like: "x" } } }, "filter field name has no operator like"],
  [{ name: { not: "x" } }, "filter field name: not takes an object of operators"],
  [{ height: { not: { equals: 1 } } }, "filter field height cannot be negated"],
  [{ age: { not: { gt: 1 } } }, "filter field age cannot be negated with gt"],
  [{ price: 1 }, "filter field price takes operators only"],
  [{ price: { equals: 1 } }, "filter field price has no operator equals"],
  [{ name: ["a"] }, "filter name takes one value"],
  [{ name: null }, "filter name takes one value"],
  [{ name: new Date(0) }, "filter name takes one value"],
  [{ name: new Map() }, "filter name takes one value"],
  [{ name: { in: "a" } }, "filter name__in takes a list of values"],
  [{ name: { in: [{}] } }, "filter name__in takes a list of values"],
  [{ name: { isnull: [true] } }, "filter name__isnull takes one value"],
  [new Map([["name", "a"]]), "where must be an object of filter fields"],
  [[], "where must be an object of filter fields"],
])("%j cannot be written", (where, message) => {
  expect(() => writeWhere(table, where)).toThrow(new TypeError(message));
});
