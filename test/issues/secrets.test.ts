import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileSchema } from "../../generator/index.js";

const secret = "hunter2-hunter2";

/** Everything that could be shown: the issues without their paths, and what a message of one's own is given. */
const said = (schema: unknown, value: unknown): string => {
  const { validate } = compileSchema(schema);
  const details: unknown[] = [];
  const all = (given: object): string => String(details.push({ ...given, path: [] }));
  const messages = Object.fromEntries(
    ["type", "enum", "const", "minLength", "maxLength", "pattern", "format", "uniqueItems", "uniqueBy", "anyOf", "oneOf", "not"].map((code) => [code, all]),
  );
  const { issues = [] } = validate(value);
  expect(issues.length).toBeGreaterThan(0);
  validate(value, { messages });
  return JSON.stringify([issues.map(({ code, message, fields }) => [code, message, fields]), details]);
};

const wrongValues: readonly (readonly [string, unknown, unknown])[] = [
  ["a pattern", { type: "string", pattern: "^x$" }, secret],
  ["a length", { type: "string", maxLength: 3 }, secret],
  ["a format", { type: "string", format: "email" }, secret],
  ["a type", { type: "integer" }, secret],
  ["a listed value", { enum: ["a", "b"] }, secret],
  ["a constant", { const: "a" }, secret],
  ["a union", { anyOf: [{ type: "string", maxLength: 3 }, { type: "string", pattern: "^x$" }, { const: 1 }] }, secret],
  ["repeated items", { type: "array", uniqueItems: true }, [secret, secret]],
  ["repeated keys", { type: "array", items: { type: "object" }, "x-unique-by": ["pin"] }, [{ pin: secret }, { pin: secret }]],
];

test.each(wrongValues)("%s says nothing of the value", (_, schema, value) => {
  expect(said(schema, value)).not.toContain(secret);
  expect(said({ properties: { field: schema } }, { field: value })).not.toContain(secret);
});

test("no message holds a value of the input, whatever it is", () => {
  const strange = fc.string({ minLength: 6, maxLength: 12, unit: fc.constantFrom("§", "¤", "½") });
  const { validate } = compileSchema({ type: "array", items: { anyOf: wrongValues.map(([, schema]) => schema) }, uniqueItems: true, maxItems: 1 });
  fc.assert(
    fc.property(fc.array(fc.oneof(strange, fc.array(strange, { minLength: 2, maxLength: 2 })), { minLength: 2 }), (value) => {
      expect(JSON.stringify(validate(value).issues?.map(({ message, fields }) => [message, fields]))).not.toMatch(/[§¤½]/);
    }),
  );
});

describe.each([{ writeOnly: true }, { format: "password" }, { "x-secret": true }])("with %j", (mark) => {
  test.each([{ const: secret }, { enum: [secret, "b"] }, { type: "string", enum: [secret, "b"] }, { enum: [secret, ..."abcdefghijklm"] }])("%j is not told", (allowed) => {
    const schema = { properties: { field: { ...mark, ...allowed } } };
    expect(said(schema, { field: "guess" })).not.toContain(secret);
    expect(said({ anyOf: [schema, { ...schema, minProperties: 9 }] }, { field: "guess" })).not.toContain(secret);
  });
});
