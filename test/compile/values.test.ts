import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileSchema } from "../../generator/compile/compile-schema.js";

/** By their names in the table. */
const alien: readonly (readonly [string, unknown])[] = [
  ["undefined", undefined],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-0", -0],
  ["a bigint", 1n],
  ["a symbol", Symbol("x")],
  ["a function", () => 1],
  ["a Date", new Date(0)],
  ["a Map", new Map([["a", 1]])],
  ["a boxed number", Object(1)],
  ["a class instance", new (class Thing { a = 1 })()],
  ["an object without prototype", Object.assign(Object.create(null) as object, { a: 1 })],
  ["a sparse list", Object.assign([], { 0: 1, 2: 3 })],
  ["a typed array", new Uint8Array(2)],
];

/** name ~> the types that the table says it is accepted as */
const documented = new Map(
  readFileSync(new URL("../../docs/values.md", import.meta.url), "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, name, types] = /^\| (\S.*?) +\| (nothing|[a-z, ]+?) +\|/.exec(line) ?? [];
      return name === undefined || types === undefined || name === "value" ? [] : [[name, types === "nothing" ? [] : types.split(", ")] as const];
    }),
);

test("the table has all of these, and no other", () => {
  expect([...documented.keys()]).toEqual(alien.map(([name]) => name));
});

describe.each(alien)("%s", (name, value) => {
  const types = documented.get(name) ?? [];

  test.each(["null", "boolean", "object", "array", "number", "string", "integer"])("as %s has the documented verdict", (type) => {
    const { is, validate } = compileSchema({ type });
    expect(is(value)).toBe(types.includes(type));
    expect(validate(value).issues === undefined).toBe(types.includes(type));
  });

  test("meets every keyword without a throw", () => {
    const { is, validate } = compileSchema({
      anyOf: [{ const: { a: 1 } }, { enum: [[1]] }, { uniqueItems: true, contains: { type: "integer" }, items: { minimum: 1 } }, { minProperties: 2 }, { minLength: 3, pattern: "x" }, { multipleOf: 3 }],
    });
    expect(validate(value).issues === undefined).toBe(is(value));
    expect(() => compileSchema({ uniqueItems: true }).is([value, value, { a: value }, [value]])).not.toThrow();
  });
});

test("values without end, and far too deep ones, get an issue where the schema would follow them", () => {
  const { is, validate } = compileSchema({ type: "object", properties: { next: { $ref: "#" }, list: { items: { $ref: "#" } } } });
  const circle: Record<string, unknown> = {};
  circle["next"] = circle;
  let deep: Record<string, unknown> = {};
  for (let level = 0; level < 100_000; level++) deep = level % 2 ? { next: deep } : { list: [deep] };
  for (const value of [circle, deep]) {
    expect(is(value)).toBe(false);
    expect(validate(value).issues).toMatchObject([{ code: "depth" }]);
    expect(validate(value, { abortEarly: true }).issues).toHaveLength(1);
    expect(compileSchema({ const: {} }).is(value)).toBe(false);
    expect(() => compileSchema({ uniqueItems: true }).is([value, {}, value])).not.toThrow();
  }
  expect(is({ next: { next: {} } })).toBe(true);
});

test("what else the document says", () => {
  expect(compileSchema({ const: 0 }).is(-0)).toBe(true);
  expect(compileSchema({ enum: [1, 0] }).is(-0)).toBe(true);
  expect(compileSchema({ uniqueItems: true }).is([0, -0])).toBe(false);
  expect(compileSchema({ required: ["a"] }).is({ a: undefined })).toBe(false);
  expect(compileSchema({ properties: { a: { type: "string" } }, additionalProperties: false }).is({ a: undefined, b: undefined })).toBe(true);
  const sparse = Object.assign([], { 0: 1, 2: 3 });
  expect(compileSchema({ items: {} }).is(sparse)).toBe(true);
  expect(compileSchema({ items: { type: "integer" } }).validate(sparse).issues).toMatchObject([{ code: "type", path: [1] }]);
  expect(compileSchema({ required: ["toString"] }).is(new Date())).toBe(false);
});

test("a text that is far too long for a pattern does not match it", () => {
  const long = "ab".repeat(15_000_000);
  const { is, validate } = compileSchema({ type: "string", pattern: "^(?:a|b)*$", minLength: 3 });
  expect(is("abba")).toBe(true);
  expect(is(long)).toBe(false);
  expect(validate(long).issues).toMatchObject([{ code: "pattern" }]);
  expect(compileSchema({ type: "string", pattern: "^[ab]*$", minLength: 30_000_000 }).is(long)).toBe(true);
  expect(compileSchema({ patternProperties: { "^(?:a|b)*$": false } }).is({ [long]: 1 })).toBe(true);
});
