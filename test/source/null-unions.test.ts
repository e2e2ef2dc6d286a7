import { expect, test } from "vitest";
import { toPlain } from "../../generator/source/to-plain.js";
import { withNullUnions } from "../../generator/source/null-unions.js";
import type { SourceObject, SourceValue } from "../../generator/source/value.js";

const valueOf = (value: unknown): SourceValue => {
  if (Array.isArray(value)) return value.map(valueOf);
  return typeof value === "object" && value !== null ? fromPlain(value) : (value as string | boolean | null);
};

const fromPlain = (value: object): SourceObject => new Map(Object.entries(value).map(([key, member]: [string, unknown]) => [key, valueOf(member)]));

const region = { $ref: "#/components/schemas/Region" };
const onlyNull = { type: "null" };

const schemas = {
  Region: { type: "string", nullable: true, enum: ["a", null] },
  One: { nullable: true, allOf: [region], description: "d" },
  Many: { nullable: true, allOf: [region, { type: "object", properties: { x: { nullable: true, oneOf: [region] } } }] },
  Choice: { oneOf: [region], nullable: true, discriminator: { propertyName: "nullable" } },
  Typed: { type: "object", nullable: true, allOf: [region] },
  Fields: { nullable: true, properties: { nullable: { nullable: true, anyOf: [region] } }, allOf: [region] },
  Into: { nullable: true, allOf: [{ type: "string" }] },
  Referring: { $ref: "#/components/schemas/Into/allOf/0" },
  Listed: { nullable: true, enum: ["a"] },
  ListedNull: { nullable: true, enum: ["a", null] },
  ListedBeside: { nullable: true, enum: ["a"], allOf: [region] },
  Parent: { nullable: true, properties: { k: { type: "string" } }, discriminator: { propertyName: "k" }, oneOf: [region] },
  Any: { nullable: true, anyOf: [{ type: "string" }], "x-note": { nullable: true, anyOf: [] } },
  IntoAny: { $ref: "#/components/schemas/Any/anyOf/0" },
  Rules: { nullable: true, "x-ascending": [["a", "b"]], "x-note": 1, allOf: [region] },
  False: { nullable: false, allOf: [region] },
};

const document = { openapi: "3.0.3", components: { schemas, examples: { e: { value: { nullable: true, allOf: [region] } } } } };

const { root, writtenAt } = withNullUnions(fromPlain(document));

test("nullable beside combinations becomes a union, everything else stays", () => {
  expect(toPlain(root)).toEqual({
    ...document,
    components: {
      ...document.components,
      schemas: {
        ...schemas,
        One: { description: "d", anyOf: [region, onlyNull] },
        Many: { anyOf: [{ allOf: [region, { type: "object", properties: { x: { anyOf: [{ oneOf: [region] }, onlyNull] } } }] }, onlyNull] },
        Choice: { anyOf: [{ oneOf: [region], discriminator: { propertyName: "nullable" } }, onlyNull] },
        Fields: { anyOf: [{ properties: { nullable: { anyOf: [region, onlyNull] } }, allOf: [region] }, onlyNull] },
        Listed: { enum: ["a", null] },
        Any: { anyOf: [{ type: "string" }, onlyNull], "x-note": schemas.Any["x-note"] },
        Rules: { "x-note": 1, anyOf: [{ "x-ascending": [["a", "b"]], allOf: [region] }, onlyNull] },
      },
    },
  });
});

test.each([
  ["/components/schemas/One/anyOf/0/$ref", "/components/schemas/One/allOf/0/$ref"],
  ["/components/schemas/One/anyOf/1", "/components/schemas/One/nullable"],
  ["/components/schemas/One/description", "/components/schemas/One/description"],
  ["/components/schemas/Many/anyOf/0/allOf/1/properties/x/anyOf/0/oneOf/0", "/components/schemas/Many/allOf/1/properties/x/oneOf/0"],
  ["/components/schemas/Many/anyOf/0/allOf/1/properties/x/anyOf/1", "/components/schemas/Many/allOf/1/properties/x/nullable"],
  ["/components/schemas/Fields/anyOf/0/properties/nullable/anyOf/1", "/components/schemas/Fields/properties/nullable/nullable"],
  ["/components/schemas/Listed/enum/1", "/components/schemas/Listed/nullable"],
  ["/components/schemas/Any/anyOf/1", "/components/schemas/Any/nullable"],
  ["/components/schemas/Any/anyOf/0", "/components/schemas/Any/anyOf/0"],
  ["", ""],
])("%s was written at %s", (pointer, written) => {
  expect(writtenAt(pointer)).toBe(written);
});

test("only OpenAPI 3.0 has it", () => {
  const later = fromPlain({ ...document, openapi: "3.1.0" });
  expect(withNullUnions(later).root).toBe(later);
});

test("a description without it is the same object", () => {
  const plain = fromPlain({ openapi: "3.0.0", components: { schemas: { A: schemas.Region, B: schemas.Fields.allOf[0] } } });
  expect(withNullUnions(plain).root).toBe(plain);
});
