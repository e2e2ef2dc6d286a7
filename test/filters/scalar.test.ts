import { expect, test } from "vitest";
import { scalarOf } from "../../generator/filters/scalar.js";
import type { Schema } from "../../generator/model/schema.js";
import { schemaOf } from "./support/schema.js";

const text = schemaOf({ type: ["string"] });
const integer = schemaOf({ type: ["integer"] });
const nothing = schemaOf({ type: ["null"] });
const reference = (schema: Schema): Schema => schemaOf({ $ref: { pointer: "", schema: () => schema } });

const shown = (schema: Schema): string => {
  const { list, parse, expected, code } = scalarOf(schema);
  return `${list ? "list of " : ""}${parse}, ${expected}, ${code}`;
};

test.each([
  [text, "string, a string, type"],
  [schemaOf({}), "string, a string, type"],
  [schemaOf({ type: ["integer", "number"] }), "number, a number, type"],
  [schemaOf({ type: ["integer", "string"] }), "string, a string, type"],
  [schemaOf({ type: ["boolean"] }), "boolean, true or false, type"],
  [schemaOf({ enum: [1, 2] }), "integer, one of 1, 2, enum"],
  [schemaOf({ const: { value: "a" } }), 'string, "a", const'],
  // what could not be stored can still be compared
  [schemaOf({ type: ["integer"], minimum: 1, maximum: 5 }), "integer, an integer, type"],
  [schemaOf({ type: ["string"], maxLength: 3, pattern: { source: "^a", flags: "u" } }), "string, a string, type"],
  [reference(reference(integer)), "integer, an integer, type"],
  [schemaOf({ anyOf: [integer, nothing] }), "integer, an integer, type"],
  [schemaOf({ allOf: [integer] }), "integer, an integer, type"],
  [schemaOf({ type: ["array"], items: integer }), "list of integer, an integer, type"],
  [reference(schemaOf({ type: ["array"], items: reference(text) })), "list of string, a string, type"],
])("%#: %s", (schema, expected) => {
  expect(shown(schema)).toBe(expected);
});

test("a long enum is cut", () => {
  const values = Array.from({ length: 200 }, (_, index) => index);
  expect(scalarOf(schemaOf({ enum: values })).expected).toBe(
    "one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … (200 values)",
  );
});

test("null is no value of a query", () => {
  const { schema, expected } = scalarOf(schemaOf({ type: ["string", "null"], enum: ["a", null] }));
  expect(schema.keywords).toEqual({ type: ["string"], enum: ["a"] });
  expect(expected).toBe('one of "a"');
  expect(scalarOf(reference(schemaOf({ anyOf: [nothing, integer] }))).schema.keywords).toEqual({ type: ["integer"] });
});

test("a reference stays one, so that it keeps its name", () => {
  const named = reference(text);
  expect(scalarOf(named).schema).toBe(named);
  expect(scalarOf(schemaOf({ type: ["array"], items: named })).schema).toBe(named);
});

test("references in a circle end", () => {
  const circle: Schema = schemaOf({ $ref: { pointer: "", schema: () => circle } });
  expect(shown(circle)).toBe("string, a string, type");
});

test("schemas that are reached in a great many ways are asked a few times", () => {
  let asked = 0;
  const made = (keywords: Schema["keywords"]): Schema => ({ pointer: "", keywords, rules: [], annotations: {} });
  const to = (schema: Schema): Schema =>
    made({
      $ref: {
        pointer: "",
        schema: () => {
          asked += 1;
          return schema;
        },
      },
    });
  const levels = Array.from({ length: 10 }).reduce<Schema>((below) => made({ allOf: [to(below), to(below), to(below)] }), made({ type: ["integer", "null"] }));
  expect(scalarOf(levels)).toMatchObject({ parse: "integer", list: false });
  expect(asked).toBeLessThan(1_000);
});
