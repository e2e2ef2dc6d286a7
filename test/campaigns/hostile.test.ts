import { expect, test } from "vitest";
import { compileSchema } from "../../generator/compile/compile-schema.js";

test("100,000 keys: as properties, as values, in a value", () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `key ${index}`);
  const every = Object.fromEntries(names.map((name) => [name, 1]));
  const described = compileSchema({ type: "object", properties: Object.fromEntries(names.map((name) => [name, { type: "integer" }])), required: names, additionalProperties: false });
  expect(described.is(every)).toBe(true);
  expect(described.validate({ ...every, "key 77777": "x", other: 1 }).issues).toHaveLength(2);
  expect(compileSchema({ enum: names }).is("key 99999")).toBe(true);
  expect(compileSchema({ additionalProperties: { type: "integer" }, maxProperties: 100_000 }).is(every)).toBe(true);
}, 600_000);
