import { test } from "vitest";
import { writeFileSync, mkdirSync } from "node:fs";
import { generateWith } from "/work/main/generator/generate.js";
import { loadWriteTypes } from "/work/main/generator/emit/types.js";
import { readTemplates } from "/work/main/generator/templates.js";
import { rendered } from "/work/main/generator/commands/report.js";
const head = `openapi: 3.1.0\ninfo: { title: T, version: "1" }\n`;
const docs: Record<string,string> = {
 example: head+`paths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n      example: { $ref: "./missing.json" }\n      default: { $ref: "#/nowhere" }\n`,
 enum: head+`paths: {}\ncomponents:\n  schemas:\n    A:\n      enum: [{ $ref: "./missing.json" }, 1]\n    B: { const: { $ref: "#/nowhere" } }\n`,
 prop: head+`paths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n      properties: { $ref: { type: string }, b: { type: number } }\n`,
 none: head+`components:\n  schemas:\n    A:\n      type: object\n`,
 noinfo: `openapi: 3.1.0\npaths: {}\n`,
 nopaths: head,
 badparam: head+`paths:\n  /a/{id}:\n    get: { responses: { "200": { description: ok } } }\n`,
 weird: head+`paths:\n  /a:\n    get: { responses: [] }\n`,
 weird2: head+`paths:\n  a:\n    get: { parameters: {}, responses: 5 }\n`,
 schemas: head+`components: { schemas: 5 }\n`,
 schema5: head+`components: { schemas: { A: 5 } }\n`,
 resp: head+`paths:\n  /a:\n    get: { operationId: a, responses: { "200": 5 } }\n`,
 resp2: head+`paths:\n  /a:\n    get: { operationId: a, responses: { "200": { description: a, content: 5 } } }\n`,
 comps: head+`components: { pathItems: 5, parameters: 4, headers: null }\n`,
 comps2: head+`components: { parameters: {A: 5}, headers: {B: null}, responses: {A: 5} }\n`,
 paths5: head+`paths: 5\n`,
 path5: head+`paths: { /a: 5 }\n`,
 weirdref: head+`components: { schemas: { A: { properties: { a: { anyOf: [ { $ref: "#/components/schemas/A/properties/zz~1" } ] } } } } }\n`,
 enc: head+`components: { schemas: { "A b%é": {type: string}, B: { $ref: "#/components/schemas/A%20b%25%C3%A9" } } }\n`,
};
test("x", async () => {
  const writeTypes = await loadWriteTypes();
  for (const [n, d] of Object.entries(docs)) {
    mkdirSync(`/tmp/diag/${n}`, {recursive: true}); writeFileSync(`/tmp/diag/${n}/input.yaml`, d);
    try {
    const r = await generateWith({ input: "input.yaml", cwd: `/tmp/diag/${n}` }, async () => ({ templates: readTemplates(), printer: { print: () => "" }, format: async (t: string) => t, writeTypes, transpile: (() => {throw 0}) as never, close: async () => {} }));
    console.log(`== ${n}: ${r.files.length}\n` + rendered(r as never, false));
    } catch (e) { console.log(`== ${n} THROW`, e); }
  }
});
