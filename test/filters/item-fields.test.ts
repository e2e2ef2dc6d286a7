import { describe, expect, test } from "vitest";
import { itemFields } from "../../generator/model/item-fields.js";
import { isSourceObject } from "../../generator/source/value.js";
import { contractOf, documentOf } from "./support/contract.js";

const operation = (schema: string): string => `
openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /prices:
    get:
      operationId: listPrices
      parameters:
        - { name: valid_from, in: query, schema: { type: string, format: date } }
        - { name: valid_to, in: query, schema: { type: string, format: date } }
        - { name: paidFrom, in: query, schema: { type: string, format: date } }
        - { name: paidTo, in: query, schema: { type: string, format: date } }
      responses:
        "200": { $ref: "#/components/responses/Prices" }
        "404": { description: none, content: { application/json: { schema: { type: array, items: { properties: { paidFrom: {}, paidTo: {} } } } } } }
components:
  responses:
    Prices: { description: ok, content: { application/json: { schema: ${schema} } } }
  schemas:
    Price: { allOf: [{ $ref: "#/components/schemas/Period" }, { type: object, properties: { amount: { type: number } } }] }
    Period: { type: object, properties: { valid_from: { type: string }, valid_to: { type: string } } }
    Circle: { allOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Ring" }] }
    Ring: { anyOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Ring" }] }
`;

const ofItems = '{ $ref: "#/components/schemas/Price" }';

const fieldsOf = (schema: string): readonly string[] => {
  const { contract } = contractOf(documentOf(operation(schema)));
  return (contract.operations[0]?.filters?.fields ?? []).map(({ name }) => name);
};

const found = (schema: string): readonly string[] => {
  const root = documentOf(operation(schema));
  const paths = root.get("paths");
  const path = isSourceObject(paths) ? paths.get("/prices") : undefined;
  return [...itemFields({ value: isSourceObject(path) ? path.get("get") : undefined, pointer: "" }, root)].sort();
};

describe("a parameter that is called like a field of the items", () => {
  test.each([
    ["a list", `{ type: array, items: ${ofItems} }`],
    ["a list in an object", `{ type: object, properties: { count: { type: integer }, results: { type: array, items: ${ofItems} } } }`],
    ["a list in an object in an object", `{ type: object, properties: { data: { type: object, properties: { items: { type: array, items: ${ofItems} } } } } }`],
  ])("asks for that field, in %s", (_, schema) => {
    expect(fieldsOf(schema)).toEqual(["paid"]);
    expect(found(schema)).toEqual(["amount", "valid_from", "valid_to"]);
  });

  test.each([
    ["the items have other fields", "{ type: array, items: { properties: { valid: { type: string } } } }"],
    ["there are no items", ofItems],
    ["schemas go round in circles", '{ $ref: "#/components/schemas/Circle" }'],
    ["nothing is where the reference leads", '{ type: array, items: { $ref: "#/components/schemas/None" } }'],
    ["there is no schema", "5"],
  ])("asks for a range where %s", (_, schema) => {
    expect(fieldsOf(schema)).toEqual(["valid", "paid"]);
  });
});

test("what stands where no schema can is no field", () => {
  expect(found("[1, { properties: { a: {} } }]")).toEqual([]);
  expect(found("{ type: array, items: [1, null], properties: 3, allOf: {} }")).toEqual([]);
});
