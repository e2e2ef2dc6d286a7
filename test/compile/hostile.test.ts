import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileSchema } from "../../generator/compile/compile-schema.js";
import { InvalidSchemaError } from "../../generator/compile/invalid-schema-error.js";

/** Names and texts that would mean something, were they ever code. */
const hostile = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "*/ throw 1 /*",
  "`${globalThis.harm = 1}`",
  '"; globalThis.harm = 1; "',
  "'; globalThis.harm = 1; '",
  "\\",
  "\\u0022",
  "</script>",
  "\u2028globalThis.harm = 1\u2029",
  "\r\nglobalThis.harm = 1",
  "\ud800",
  "\udc00x",
  "\0",
  "",
  "a.b[0]",
  "value",
  "path",
  "sink",
  "depth",
  "arguments",
  "await",
];

/** An object with an own member of any name. */
const own = (name: string, value: unknown): object => Object.fromEntries([[name, value]]);

const harmless = (): void => {
  expect(Object.hasOwn(globalThis, "harm")).toBe(false);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
};

describe.each(hostile)("%j", (text) => {
  test("as a property: only an own one counts", () => {
    const { is, validate } = compileSchema({ type: "object", properties: own(text, { type: "integer" }), required: [text], additionalProperties: false });
    expect(is(own(text, 1))).toBe(true);
    expect(is({})).toBe(false);
    expect(validate(own(text, "x")).issues).toEqual([{ code: "type", path: [text], message: "must be an integer" }]);
    expect(validate({ other: 1 }).issues).toHaveLength(2);
    harmless();
  });

  test("in every other place that takes a text", () => {
    const { is } = compileSchema({
      $defs: own(text, { const: text }),
      title: text,
      description: text,
      $comment: text,
      default: own(text, text),
      examples: [text],
      anyOf: [{ enum: [text, own(text, text)] }, { type: "object", dependentRequired: own(text, [text]), dependentSchemas: own(text, true), patternProperties: { "^x": { const: text } } }],
    });
    expect(is(text)).toBe(true);
    expect(is(own(text, text))).toBe(true);
    expect(is({ x: text })).toBe(true);
    expect(is({ x: `${text}!` })).toBe(false);
    harmless();
  });

  test("as the members of a uniqueItems, const and a propertyNames", () => {
    const { is } = compileSchema({ type: "array", uniqueItems: true, items: { propertyNames: { const: text } } });
    expect(is([own(text, 1), own(text, 2)])).toBe(true);
    expect(is([own(text, 1), own(text, 1)])).toBe(false);
    expect(is([own(`${text}!`, 1)])).toBe(false);
  });
});

test.each(['"', "'", "`", "/", "\\/", "\\\\", "[\"'`/]", "\u2028", "\\u2028", "\\$\\{1\\}", "a|b", "(?<name>x)", "\\p{L}", "\ud83d\ude00"])(
  "the pattern %j",
  (pattern) => {
    const { is } = compileSchema({ type: "string", pattern: `^(?:${pattern})$` });
    const expected = new RegExp(`^(?:${pattern})$`, "u");
    for (const value of ['"', "'", "`", "/", "\\", "\u2028", "1", "a", "x", "é", "\ud83d\ude00", ""]) expect(is(value)).toBe(expected.test(value));
  },
);

const nested = (depth: number): unknown => JSON.parse(`${'{"not":'.repeat(depth)}true${"}".repeat(depth)}`);

test("nesting that no description has is refused with its place, and takes no crash", () => {
  expect(() => compileSchema(nested(10_000))).toThrow(InvalidSchemaError);
  expect(() => compileSchema(nested(10_000))).toThrow(/more than \d+ levels/);
  expect(compileSchema(nested(100)).is(1)).toBe(true);
});

// the campaign has a hundred thousand
test("10,000 keys, and as many values", () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `key ${index}`);
  const listed = compileSchema({ enum: names });
  expect(listed.is("key 9999")).toBe(true);
  expect(listed.is("key 10000")).toBe(false);
  const described = compileSchema({ type: "object", properties: Object.fromEntries(names.map((name) => [name, { type: "integer" }])), additionalProperties: false });
  expect(described.is(Object.fromEntries(names.map((name) => [name, 1])))).toBe(true);
  expect(described.validate({ "key 77": "x", other: 1 }).issues).toHaveLength(2);
});

test.each([
  [{ $ref: "#" }],
  [{ $ref: "#/$defs/a", $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } } }],
  [{ allOf: [{ anyOf: [{ $ref: "#" }] }] }],
  [{ if: { $ref: "#" }, then: true }],
  [{ $ref: "#/$defs/nowhere" }],
  [{ $ref: "https://example.org/not-there" }],
  [{ $ref: 7 }],
  [{ pattern: "(" }],
  [{ type: "objekt" }],
  [7],
  ["text"],
  [null],
  [[]],
])("%j is no schema, and says why", (schema) => {
  expect(() => compileSchema(schema)).toThrow(InvalidSchemaError);
});

test("what is no JSON is no schema either", () => {
  const circle: Record<string, unknown> = {};
  circle["not"] = circle;
  for (const schema of [circle, undefined, () => true, Symbol("x"), 1n]) expect(() => compileSchema(schema)).toThrow(Error);
});

test("any keys and values at all", () => {
  const key = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue(), { noNullPrototype: true }), (value) => {
      const { is } = compileSchema({ const: value });
      expect(is(structuredClone(value))).toBe(true);
      const described = compileSchema({ properties: Object.fromEntries(Object.entries(value).map(([name, member]) => [name, { const: member }])), additionalProperties: false });
      expect(described.is(value)).toBe(true);
    }),
    { numRuns: 100 },
  );
  harmless();
});
