import { describe, expect, test } from "vitest";
import { load, schemas, spec } from "./support/load.js";

const parameter = (rest: string): string => spec(`components:\n  parameters:\n    P: { name: p, in: query, ${rest} }\n`);

/** `$ref` is a reference only where the standard has one; these lead nowhere, and nobody minds. */
describe("a `$ref` is data", () => {
  test.each([
    ["in an example of a schema", schemas('A: { example: { $ref: "#/nowhere" } }')],
    ["in examples of a schema", schemas('A: { examples: [{ $ref: "#/nowhere" }] }')],
    ["in a default", schemas('A: { default: { a: [{ $ref: "missing.yaml" }] } }')],
    ["in enum", schemas('A: { enum: [{ $ref: "#/nowhere" }, 1] }')],
    ["in const", schemas('A: { const: { $ref: "https://example.com" } }')],
    ["in an extension", schemas('A: { x-data: { $ref: "#/nowhere" } }')],
    ["in an extension of the document", spec('x-data: { $ref: "#/nowhere" }\n')],
    ["in the value of an example", parameter('schema: {}, examples: { a: { value: { $ref: "#/nowhere" } } }')],
    ["in the example of a parameter", parameter('schema: {}, example: { $ref: "#/nowhere" }')],
    ["in info", 'openapi: 3.1.0\ninfo: { title: T, version: "1", description: d, x-a: { $ref: "#/x" } }\n'],
    ["as the name of a property", schemas("A: { properties: { $ref: { type: string } } }")],
    ["as the name of a property of a property", schemas("A: { properties: { properties: { type: object, properties: { $ref: {} } } } }")],
  ])("%s", (_, text) => {
    const { diagnostics, root } = load({ "openapi.yaml": text });
    expect(diagnostics).toEqual([]);
    expect(root).toBeDefined();
  });
});

describe("a `$ref` is a reference", () => {
  test.each([
    ["in a property called example", schemas('A: { properties: { example: { $ref: "#/nowhere" } } }')],
    ["in a property called x-data", schemas('A: { properties: { x-data: { $ref: "#/nowhere" } } }')],
    ["in a property called default", schemas('A: { properties: { default: { $ref: "#/nowhere" } } }')],
    ["in a schema called x-A", schemas('x-A: { $ref: "#/nowhere" }')],
    ["in items", schemas('A: { items: { $ref: "#/nowhere" } }')],
    ["in prefixItems", schemas('A: { prefixItems: [{}, { $ref: "#/nowhere" }] }')],
    ["in allOf under not", schemas('A: { not: { allOf: [{ $ref: "#/nowhere" }] } }')],
    ["in $defs", schemas('A: { $defs: { b: { $ref: "#/nowhere" } } }')],
    ["in patternProperties", schemas('A: { patternProperties: { "^a": { $ref: "#/nowhere" } } }')],
    ["in dependentSchemas", schemas('A: { dependentSchemas: { a: { $ref: "#/nowhere" } } }')],
    ["in the schema of a parameter", parameter('schema: { $ref: "#/nowhere" }')],
    ["in the content of a parameter", parameter('content: { application/json: { schema: { $ref: "#/nowhere" } } }')],
    ["in place of an example", parameter('schema: {}, examples: { a: { $ref: "#/nowhere" } }')],
    ["in place of a parameter", spec('paths: { /a: { parameters: [{ $ref: "#/nowhere" }] } }\n')],
    ["in place of a request body", spec('paths: { /a: { post: { requestBody: { $ref: "#/nowhere" } } } }\n')],
    ["in place of a response", spec('paths: { /a: { get: { responses: { "200": { $ref: "#/nowhere" } } } } }\n')],
    ["in place of a header", spec('components: { responses: { R: { headers: { h: { $ref: "#/nowhere" } } } } }\n')],
    ["in place of a link", spec('components: { responses: { R: { links: { l: { $ref: "#/nowhere" } } } } }\n')],
    ["in place of a callback", spec('paths: { /a: { post: { callbacks: { c: { $ref: "#/nowhere" } } } } }\n')],
    ["in place of a path item", spec('paths: { /a: { $ref: "#/nowhere" } }\n')],
    ["in place of a path item of a webhook", spec('webhooks: { a: { $ref: "#/nowhere" } }\n')],
    ["in place of a path item of a callback", spec('paths: { /a: { post: { callbacks: { c: { "{$url}": { $ref: "#/nowhere" } } } } } }\n')],
    ["in place of a security scheme", spec('components: { securitySchemes: { s: { $ref: "#/nowhere" } } }\n')],
    ["in a header of an encoding", spec('components: { requestBodies: { B: { content: { multipart/form-data: { encoding: { a: { headers: { h: { $ref: "#/nowhere" } } } } } } } } }\n')],
  ])("%s", (_, text) => {
    const { diagnostics } = load({ "openapi.yaml": text });
    expect(diagnostics.map((one) => one.split(" ")[1])).toEqual(["ref-unresolved"]);
  });
});
