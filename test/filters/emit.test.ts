import { describe, expect, test } from "vitest";
import { code, symbol } from "../../generator/code/code.js";
import { operations } from "../../generator/emit/operations.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import { draftsOf } from "../support/drafts-of.js";
import { compile, run } from "./support/compile.js";
import { contractOf, documentOf } from "./support/contract.js";
import { emitModules } from "./support/emit.js";

const document = (parameters: string, dialect = "django"): string => `
openapi: 3.1.0
info: { title: T, version: "1" }
x-filter-dialect: ${dialect}
paths:
  /things:
    get:
      operationId: listThings
      parameters: ${parameters}
      responses: { "200": { description: ok } }
`;

const contract = (parameters: string, dialect?: string) =>
  contractOf(documentOf(document(parameters, dialect))).contract;

const path = "operations/list-things";

const modulesOf = (parameters: string): readonly string[] => {
  const plan = makePlan(contract(parameters), "test", () => undefined);
  return draftsOf([operations], { plan, report: () => undefined }).map((draft) => draft.path);
};

test("no query parameters, no module", () => {
  expect(modulesOf("[{ name: X-Trace, in: header, schema: { type: string } }]")).toEqual([]);
  expect(modulesOf("[{ name: q, in: query, schema: { type: string } }]")).toEqual([path]);
});

test("query parameters without filters: the query and its validator", async () => {
  const modules = await emitModules(
    contract("[{ name: q, in: query, required: true, description: 'Words.', schema: { type: string } }]"),
  );
  expect([...modules.keys()]).toEqual([path]);
  expect(compile(modules)).toEqual([]);
  expect(modules.get(path)).toContain("/** Words. */\n  readonly q: string;");
  expect(modules.get(path)).not.toContain("Where");
  const functions = await run(modules, path);
  expect(functions["validateListThingsQuery"]?.({ r: 1 })).toMatchObject({
    issues: [{ code: "unknownParameter", path: ["r"] }],
  });
});

test("rules and checks", async () => {
  const modules = await emitModules(
    contract("[{ name: a, in: query, x-filter: exact, schema: { type: string } }]"),
    (context) => ({
      ...context,
      queryRules: [code`{ readonly a: string } | { readonly a__in: readonly string[] }`],
      queryChecks: [
        code`(query, sink) => query["a"] === "no" && ${symbol("runtime/issue", "add")}(sink, "not", ["a"], "must not be no")`,
      ],
    }),
  );
  expect(modules.get(path)).toContain(
    "export type ListThingsQuery = ListThingsQueryParameters &\n  ({ readonly a: string } | { readonly a__in: readonly string[] });",
  );
  const usage =
    'import type { ListThingsQuery } from "./operations/list-things.js";\nexport const query: ListThingsQuery = {};';
  expect(compile(new Map([...modules, ["usage", usage]]))).toEqual([expect.stringContaining("usage.ts:2 TS2322")]);
  const functions = await run(modules, path);
  expect(functions["validateListThingsQuery"]?.({ a: "no" })).toMatchObject({ issues: [{ code: "not" }] });
  expect(functions["validateListThingsQuery"]?.({ a: "yes" })).toEqual({ value: { a: "yes" } });
});

test("sets in the unions of several operations are declared once", async () => {
  const modules = await emitModules(
    contract(
      "[{ name: a, in: query, x-filter: exact, schema: { type: string } }, { name: b, in: query, x-filter: exact, schema: { type: boolean } }]",
    ),
  );
  expect(modules.get("filters/operators")?.match(/interface ExactOperators/g)).toHaveLength(1);
  expect(modules.get(path)).toContain("readonly b?: boolean | ExactOperators<boolean>;");
});

describe("text of a description cannot become code", () => {
  const hostile = [
    '"];process.exit(1);//',
    "`${process.exit(1)}`",
    "*/ process.exit(1) /*",
    "a\u2028b",
    "\ud800",
    "constructor",
    "__proto__",
    "{field}",
    "\\",
    "'",
    "",
    " ",
    "日本",
  ];

  test("names and descriptions", async () => {
    const parameters = hostile.map((name) => ({
      name,
      in: "query",
      description: name,
      "x-filter": "hostile",
      schema: { type: "string", enum: hostile },
    }));
    const dialect = {
      operator: "{field}'`\"${*/}{operator}",
      negation: "{parameter}\\!",
      operators: { 'gt"`*/': "value", in: "list" },
      sets: { hostile: ['gt"`*/', "in"] },
    };
    const { contract: made, diagnostics } = contractOf(
      documentOf(document(JSON.stringify(parameters), JSON.stringify(dialect))),
    );
    expect(diagnostics).toEqual([]);
    const modules = await emitModules(made);
    expect(compile(modules)).toEqual([]);
    const functions = await run(modules, path);
    for (const name of hostile) {
      const where = Object.fromEntries([[name, { 'gt"`*/': hostile[0], not: { in: ["日本", ""] } }]]);
      const written = functions["writeListThingsWhere"]?.(where) as URLSearchParams;
      // a lone surrogate cannot stand in a query string
      if (name !== "\ud800") expect(functions["readListThingsWhere"]?.(written)).toEqual({ value: where });
    }
  });
});
