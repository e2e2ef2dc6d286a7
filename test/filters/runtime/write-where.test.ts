import { expect, test } from "vitest";
import { readWhere, writeWhere } from "../../../templates/filters.js";
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
  [{ name: { in: [{}] } }, "filter name__in: item 0 must be a string"],
  [{ name: { isnull: [true] } }, "filter name__isnull takes one value"],
  [new Map([["name", "a"]]), "where must be an object of filter fields"],
  [[], "where must be an object of filter fields"],
  [Object.create({ name: "a" }) as object, "where must be an object of filter fields"],
  [Object.create(Object.create(null, { name: { value: "a" } }) as object) as object, "where must be an object of filter fields"],
])("%j cannot be written", (where, message) => {
  expect(() => writeWhere(table, where)).toThrow(new TypeError(message));
});

const sparse = ["a", "b", "c"];
delete sparse[1];

test.each([
  [{ age: Number.NaN }, "filter age must be an integer"],
  [{ age: 1.5 }, "filter age must be an integer"],
  [{ age: 7n }, "filter age must be an integer"],
  [{ height: { gt: Number.POSITIVE_INFINITY } }, "filter height__gt must be a number"],
  [{ height: { near: "1" } }, "filter height__near must be a number"],
  [{ age: { year: 2026.5 } }, "filter age__year must be an integer"],
  [{ name: 7 }, "filter name must be a string"],
  [{ name: { isnull: "true" } }, "filter name__isnull must be true or false"],
  [{ level: 7 }, "filter level must be one of 0, 1"],
  [{ level: { not: { in: [0, 7] } } }, "filter level__in!: item 1 must be one of 0, 1"],
  [{ born: "yesterday" }, "filter born must be a valid date"],
  [{ born: { in: ["2026-01-31", "x"] } }, "filter born__in: item 1 must be a valid date"],
  [{ name: { in: sparse } }, "filter name__in: item 1 must be a string"],
  [{ tags: [Object.create(null)] }, "filter tags: item 0 must be a string"],
  [{ name: "a\ud800" }, "filter name must be well-formed text, without lone surrogates"],
  [{ name: { icontains: "\udc00" } }, "filter name__icontains must be well-formed text, without lone surrogates"],
  [{ tags: ["a", "\ud800b"] }, "filter tags: item 1 must be well-formed text, without lone surrogates"],
])("case %#: a value that the reader would refuse or change is not written: %s", (where, message) => {
  for (const used of [table, repeating])
    expect(() => writeWhere(used, where)).toThrow(
      expect.objectContaining({ constructor: TypeError, message: used === table ? message : expect.stringMatching(/^filter .+ must be /) }),
    );
});

test("whole surrogate pairs, long integers and minus zero can be written", () => {
  const where = { name: "👩‍🔧", age: 1e21, height: 9007199254740992 };
  expect(readWhere(table, writeWhere(table, where))).toEqual({ value: where });
  expect(written({ height: -0 })).toEqual(["height=0"]);
});
