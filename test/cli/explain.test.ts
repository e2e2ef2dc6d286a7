import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { root, runCli } from "./support/cli.js";
import { project } from "./support/project.js";

const run = (...args: readonly string[]) => runCli(root, ["explain", ...args]);
const pigello = "spec/pigello-accounts.yaml";

/** The lines of the file, the first at 1. */
const linesOf = (file: string): readonly string[] => ["", ...readFileSync(path.join(root, file), "utf8").split("\n")];

const placed = /^ {2}(.+) {2}([^ :]+):(\d+):(\d+)$/;

test("a rule that stands beside other things is told, wherever it stands", async () => {
  const { run: inProject } = project({
    "openapi.json": JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Implied", version: "1" },
      paths: {},
      components: {
        schemas: {
          Address: {
            properties: { place: { type: "object", properties: { city: { type: "string" }, zip: { type: "string" } }, anyOf: [{ required: ["city"], properties: { city: { minLength: 2 } } }, { required: ["zip"] }] } },
          },
        },
      },
    }),
  });
  const { code, out } = await inProject(["explain", "openapi.json"]);
  expect(code).toBe(0);
  expect(out).toContain("  /properties/place rule atLeastOne: at least one of city, zip is required  ");
});

describe("the list of Pigello", () => {
  test("every filter field with its value, operators, negation and place", async () => {
    const { code, out, error } = await run(pigello, "listOrganizationusers");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toMatch(/^operation {2}listOrganizationusers {2}GET \/accounts\/users\/organization\/organizationuser\/list\/ {2}/);
    expect(out).toContain("  filter created_at: a string (date-time); equals, gt, gte, in, isnull, lt, lte; all can be negated  ");
    expect(out).toContain("  filter detail_access: one of 0, 1, 2; ");
    expect(out).toContain("  rule allOrNone: _page and _page_size must be set together  ");

    const lines = linesOf(pigello);
    const fields = out.split("\n").flatMap((line) => {
      const [, text = "", file, row = "", column = ""] = placed.exec(line) ?? [];
      const field = /^filter ([^:]+):/.exec(text)?.[1];
      return field === undefined ? [] : [{ field, file, at: lines[Number(row)]?.slice(Number(column) - 1) }];
    });
    expect(fields).toHaveLength(29);
    // each place is where the parameter begins
    for (const { field, file, at } of fields) expect({ field, file, at }).toEqual({ field, file: pigello, at: `name: ${field}` });
  });

  test("the same as JSON", async () => {
    const { code, out } = await run(pigello, "listOrganizationusers", "--json");
    expect(code).toBe(0);
    const { items, diagnostics } = JSON.parse(out) as { items: readonly { lines: readonly { text: string; place: string }[] }[]; diagnostics: unknown };
    expect(diagnostics).toEqual([]);
    expect(items).toMatchObject([{ kind: "operation", name: "listOrganizationusers", place: expect.stringMatching(/^spec\/pigello-accounts\.yaml:\d+:\d+$/) }]);
    const filters = items[0]?.lines.filter(({ text }) => text.startsWith("filter ")) ?? [];
    expect(filters).toHaveLength(29);
    for (const { place } of filters) expect(place).toMatch(/^spec\/pigello-accounts\.yaml:\d+:\d+$/);
  });
});

test("a rule of a schema as a sentence, at the place that says it", async () => {
  const { out } = await run(pigello, "OrganizationuserWrite");
  const [, row = "", column = ""] = / {2}rule atLeastOne: at least one of first_name, last_name, corporate_name is required {2}spec\/pigello-accounts\.yaml:(\d+):(\d+)\n/.exec(out) ?? [];
  const lines = linesOf(pigello);
  expect([lines[Number(row) - 1]?.trim(), lines[Number(row)]?.slice(Number(column) - 1)]).toEqual(["anyOf:", "- required: [first_name]"]);
});

test("without a name, all that there is something to say of", async () => {
  const { code, out } = await run("spec/taxfiling-accounts.yaml");
  expect(code).toBe(0);
  expect(out).toContain("operation  batchRegisterAccounts  POST /sync/accounts/batch  ");
  expect(out).toMatch(/rule uniqueBy: no two items have the same userName {2}spec\/taxfiling-accounts\.yaml:\d+:\d+/);
  expect(out).not.toContain("schema  Product");
});

test("where the items of a bulk request stand", async () => {
  const bulk = (request: string, schema: string): string => `openapi: 3.1.0
info: { title: Books, version: "1" }
paths:
  /books:
    post:
      operationId: writeBooks
      x-bulk: { request: ${JSON.stringify(request)}, response: "" }
      requestBody: { content: { application/json: { schema: ${schema} } } }
      responses: { "200": { description: ok } }
`;
  const list = "{ type: array, items: { type: string } }";
  const { run } = project({ "list.yaml": bulk("", list), "object.yaml": bulk("/books", `{ type: object, properties: { books: ${list} } }`) });
  expect((await run(["explain", "list.yaml"])).out).toContain("  bulk: the request itself is the list of items  list.yaml:8:");
  expect((await run(["explain", "object.yaml"])).out).toContain('  bulk: items at "/books" of the request  object.yaml:8:');
});

test("a name that there is not", async () => {
  expect(await run(pigello, "listOrganizationuser")).toEqual({
    code: 2,
    out: "",
    error: 'openapi-sieve: there is no operation or schema "listOrganizationuser"; did you mean listOrganizationusers?\n',
  });
});
