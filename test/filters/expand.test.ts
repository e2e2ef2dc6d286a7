import { expect, test } from "vitest";
import { expandDocument } from "../../generator/expand.js";
import { parametersOf } from "../../generator/filters/parameters-of.js";
import type { Contract } from "../../generator/model/contract.js";
import { contractOf, documentOf } from "./support/contract.js";

const read = (parameters: string, shared = "{}"): Contract =>
  contractOf(
    documentOf(`
openapi: 3.1.0
info: { title: T, version: "1" }
x-filter-dialect: django
paths:
  /things:
    get:
      operationId: listThings
      parameters: ${parameters}
      responses: { "200": { description: ok } }
components: { parameters: ${shared} }
`),
  ).contract;

const filterNames = ({ operations }: Contract): readonly string[] =>
  operations.flatMap(({ filters }) =>
    filters === undefined ? [] : parametersOf(filters).map(({ wireName }) => wireName),
  );

const queryNames = ({ operations }: Contract): readonly string[] =>
  operations.flatMap(({ parameters }) => parameters.map(({ name }) => name));

const again = (contract: Contract): Contract => contractOf(expandDocument(contract)).contract;

test("a referenced parameter keeps its reference, with its operators beside it", () => {
  const shared =
    "{ a: { $ref: '#/components/parameters/b' }, b: { name: a, in: query, x-filter: exact, schema: { type: string } } }";
  const contract = read("[{ $ref: '#/components/parameters/a' }]", shared);
  expect(queryNames(again(contract))).toEqual(["a", "a__in", "a__isnull"]);
  expect(filterNames(again(contract))).toEqual(filterNames(contract));
});

test("a plain parameter that looks like an operator stays plain", () => {
  const shared = "{ lt: { name: a__lt, in: query, schema: { type: string } } }";
  const contract = read(
    "[{ name: a, in: query, x-filter: exact, schema: { type: string } }, { name: a__gt, in: query, schema: { type: string } }, { $ref: '#/components/parameters/lt' }]",
    shared,
  );
  expect(filterNames(contract)).toEqual(["a", "a__in", "a__isnull"]);
  expect(filterNames(again(contract))).toEqual(filterNames(contract));
  expect(queryNames(again(contract))).toEqual(["a", "a__in", "a__isnull", "a__gt", "a__lt"]);
});

test("a list of lists is not made: a field that is a list is compared with lists", () => {
  const shared = "{ a: { name: a, in: query, x-filter: exact, schema: { $ref: '#/components/schemas/Names' } } }";
  const document = new Map([...read("[{ $ref: '#/components/parameters/a' }]", shared).document]);
  const schemas = documentOf("Names: { type: array, items: { type: string } }");
  document.set("components", new Map([["schemas", schemas], ...(document.get("components") as typeof document)]));
  const [operation] = again(contractOf(document).contract).operations;
  const [, list] = operation?.parameters ?? [];
  expect(list?.name).toBe("a__in");
  expect(list?.schema.keywords.$ref?.pointer).toBe("/components/schemas/Names");
});

test("what is no filter stays as it is", () => {
  const contract = read("[{ name: page, in: query, schema: { type: integer }, example: [{ $ref: '#/%zz' }] }]");
  expect(expandDocument(contract)).toEqual(contract.document);
});
