import { describe, expect, test } from "vitest";
import { explain } from "../../generator/explain.js";
import { createCollector } from "../../generator/diagnostics/collector.js";
import type { DialectName } from "../../generator/filters/index.js";
import { parametersOf } from "../../generator/filters/parameters-of.js";
import { readContract } from "../../generator/model/read-contract.js";
import { documentOf } from "./support/contract.js";

const text = (root: string, operation = "", mark = ""): string => `
openapi: 3.1.0
info: { title: T, version: "1" }
${root}
paths:
  /things:
    get:
      operationId: listThings
      ${operation}
      parameters:
        - { name: name, in: query, schema: { type: string } }
        - { name: name__icontains, in: query, ${mark} schema: { type: string } }
        - { name: price_min, in: query, schema: { type: number } }
        - { name: price_max, in: query, schema: { type: number } }
        - { name: $filter, in: query, schema: { type: string } }
      responses: { "200": { description: ok } }
`;

const read = (document: string, filterDialect?: DialectName | false) => {
  const { report, diagnostics } = createCollector();
  const contract = readContract(documentOf(document), report, filterDialect === undefined ? {} : { filterDialect });
  expect(diagnostics()).toEqual([]);
  return contract;
};

const names = (document: string, filterDialect?: DialectName | false): readonly string[] =>
  read(document, filterDialect).operations.flatMap(({ filters }) => (filters === undefined ? [] : parametersOf(filters).map(({ wireName }) => wireName)));

const django = ["name", "name__icontains"];
const underscore = ["price_min", "price_max"];

describe("who says which dialect it is", () => {
  test.each([
    ["nobody", "", undefined, [...django, ...underscore]],
    ["the document", "x-filter-dialect: underscore", undefined, underscore],
    ["the document, that there is none", "x-filter-dialect: false", undefined, []],
    ["the configuration", "", "django", django],
    ["the configuration, before the document", "x-filter-dialect: underscore", "django", django],
    ["the configuration, that there is none", "x-filter-dialect: underscore", false, []],
    ["the document, in its own words", 'x-filter-dialect: { operator: "{field}_{operator}", operators: { min: value } }', undefined, ["price_min"]],
  ] as const)("%s", (_, root, configured, expected) => {
    expect(names(text(root), configured)).toEqual(expected);
  });
});

test("a parameter or an operation opts out", () => {
  expect(names(text("", "", "x-filter: false,"))).toEqual(underscore);
  expect(names(text("", "x-filter: false"))).toEqual([]);
});

test("explain says what was taken for a filter, and why", () => {
  expect(explain(read(text("")), "listThings")[0]?.lines.map((line) => line.text)).toEqual([
    "filter name: a string; equals, icontains; none can be negated; Django lookups, beside name",
    "filter price: a number; min, max; none can be negated; operators behind an underscore, 2 parameters stand together",
    "expression $filter: an OData expression, left to whoever calls",
  ]);
  expect(explain(read(text("x-filter-dialect: django")), "listThings")[0]?.lines[0]?.text).toBe(
    "filter name: a string; equals, icontains; none can be negated; Django lookups, beside name",
  );
});

test.each([
  ["{ name: filter, in: query, description: 'A SCIM filter, RFC 7644.', schema: { type: string } }", "a SCIM filter"],
  ["{ name: filter, in: query, content: { application/json: { schema: { type: object } } } }", "a filter in JSON"],
  ["{ name: where, in: query, description: 'Filter by any element, e.g. Date > DateTime(2020) and Total ge 5.', schema: { type: string } }", "a filter expression"],
  ["{ name: filter, in: query, description: 'Only things in this state.', schema: { type: string } }", undefined],
  ["{ name: search, in: query, schema: { type: string } }", undefined],
])("%s is %s", (parameter, grammar) => {
  const document = text("").replace("- { name: $filter, in: query, schema: { type: string } }", `- ${parameter}`);
  const [operation] = read(document).operations;
  expect(operation?.filterExpressions.map((one) => one.grammar)).toEqual(grammar === undefined ? [] : [grammar]);
});
