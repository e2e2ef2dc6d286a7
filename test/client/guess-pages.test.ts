import { describe, expect, test } from "vitest";
import { codeText } from "../../generator/code/code.js";
import { callModule } from "../../generator/emit/client/call-module.js";
import { createTypeWriter } from "../../generator/emit/types/type-expression.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import { openClient } from "../../templates/client/open-client.js";
import type { OperationTable } from "../../templates/client/operation-table.js";
import { paginate } from "../../templates/client/paginate.js";
import { contractOf, documentOf } from "../filters/support/contract.js";

const planOf = (parameters: string, further = "") =>
  makePlan(
    contractOf(
      documentOf(`
openapi: 3.1.0
info: { title: t, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      ${further}
      parameters: [${parameters}]
      responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } } }
`),
    ).contract,
    "pets",
    () => undefined,
  );

const query = (name: string, schema = "{ type: integer }", further = ""): string => `{ name: ${JSON.stringify(name)}, in: query, schema: ${schema}${further} }`;

const pagesOf = (parameters: string, further?: string) => planOf(parameters, further).operations[0]?.operation.pagination;

describe("the parameters of pages", () => {
  test.each([
    ["page", "page_size"],
    ["page", "per_page"],
    ["_page", "_limit"],
    ["pageNumber", "pageSize"],
    ["page[number]", "page[size]"],
    ["page", "size"],
    ["PageNo", "PageLimit"],
  ])("%s and %s", (page, size) => {
    expect(pagesOf(`${query(page)}, ${query(size)}`)).toEqual({ page, size });
    expect(pagesOf(`${query("q", "{ type: string }")}, ${query(size)}, ${query(page)}`)).toEqual({ page, size });
  });

  test.each([
    ["one of them", query("page")],
    ["an offset", `${query("offset")}, ${query("limit")}`],
    ["a cursor", `${query("page", "{ type: string }")}, ${query("limit")}`],
    ["a boolean", `${query("page", "{ type: boolean }")}, ${query("limit")}`],
    ["two sizes", `${query("page")}, ${query("limit")}, ${query("size")}`],
    ["a path", `{ name: page, in: header, schema: { type: integer } }, ${query("limit")}`],
  ])("are not there: %s", (_, parameters) => {
    expect(pagesOf(parameters)).toBeUndefined();
  });

  test("are what x-pagination says, or none", () => {
    const parameters = `${query("page")}, ${query("limit")}, ${query("n")}`;
    expect(pagesOf(parameters, "x-pagination: { page: page, size: n }")).toEqual({ page: "page", size: "n" });
    expect(pagesOf(parameters, "x-pagination: false")).toBeUndefined();
  });
});

describe("a list begins", () => {
  const startOf = (page: string, size: string): string => {
    const plan = planOf(`${query("page", page)}, ${query("limit", size)}`);
    const [planned] = plan.operations;
    if (planned === undefined) throw new Error("no operation");
    const types = createTypeWriter({ plan, aliases: false });
    const module = callModule(planned, plan, { sent: types, read: types });
    const made = module.declarations.find((declaration) => declaration.kind === "function" && declaration.name === "paginatePets");
    if (made?.kind !== "function") throw new Error("no function");
    return codeText(made.body, ({ name }) => name);
  };

  test.each([
    ["{ type: integer }", "{ type: integer }", "[], options);"],
    ["{ type: integer, minimum: 1, default: 1 }", "{ type: integer, maximum: 1000 }", "[], options);"],
    ["{ type: integer, minimum: 0, default: 0 }", "{ type: integer }", "[], options, { page: 0, pageSize: 100 });"],
    ["{ type: integer, minimum: 0 }", "{ type: integer, maximum: 50 }", "[], options, { page: 0, pageSize: 50 });"],
    ["{ type: integer, minimum: 0, default: 1 }", "{ type: integer, maximum: 50, default: 20 }", "[], options, { page: 1, pageSize: 50 });"],
  ])("with %s and %s", (page, size, expected) => {
    expect(startOf(page, size)).toContain(expected);
  });
});

test("a list that begins with page 0 is asked for from there", async () => {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    const { searchParams } = new URL(url);
    asked.push(searchParams.toString());
    const page = Number(searchParams.get("page"));
    return new Response(JSON.stringify(page === 0 ? ["a", "b"] : ["c"]), { headers: { "content-type": "application/json" } });
  };
  const parameter = (name: string) => ({ name, in: "query", style: "form", explode: true }) as const;
  const table: OperationTable = {
    id: "listPets",
    method: "GET",
    path: "/pets",
    parameters: [parameter("page"), parameter("limit")],
    query: { validate: (value) => ({ value }), renamed: { page: "page", pageSize: "limit" } },
    security: [],
  };
  const found: string[] = [];
  for await (const pet of paginate<string>(openClient({ baseUrl: "https://example.org", fetch } as never, [], {}), table, [], {}, { page: 0, pageSize: 2 })) found.push(pet);
  expect([found, asked]).toEqual([["a", "b", "c"], ["page=0&limit=2", "page=1&limit=2"]]);
});
