import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import { stringify } from "yaml";
import { describe, expect, test } from "vitest";
import { expandDocument } from "../../generator/expand.js";
import { parametersOf } from "../../generator/filters/parameters-of.js";
import { scalarOf } from "../../generator/filters/scalar.js";
import type { Contract, Operation } from "../../generator/model/contract.js";
import type { FilterField } from "../../generator/model/filter.js";
import { compile, run } from "./support/compile.js";
import { contractOf, documentOf } from "./support/contract.js";
import { emitModules } from "./support/emit.js";

const root = new URL("../../", import.meta.url);
const { contract } = contractOf(documentOf(readFileSync(new URL("spec/pigello-accounts.yaml", root), "utf8")));

const listOf = ({ operations }: Contract): Operation => {
  const list = operations.find(({ id }) => id === "listOrganizationusers");
  if (list === undefined) throw new Error("no list operation");
  return list;
};

const filters = listOf(contract).filters;
const parameters = filters === undefined ? [] : parametersOf(filters);
const path = "operations/list-organizationusers";
const modules = await emitModules(contract);
const text = modules.get(path) ?? "";

test("29 fields have 376 parameters", () => {
  expect(filters?.fields).toHaveLength(29);
  expect(new Set(parameters.map(({ wireName }) => wireName)).size).toBe(376);
});

test("the modules compile, and hold every name in a union and in the flat query", () => {
  expect(compile(modules)).toEqual([]);
  for (const { wireName } of parameters) expect(text).toContain(`"${wireName}"`);
  expect(text.match(/^ {2}readonly [^\n]+\?: [^\n]+;$/gm)?.length).toBeGreaterThan(388);
});

const imports = `import type {
  ListOrganizationusersFilterParameter as FilterParameter,
  ListOrganizationusersLastNameParameter as LastNameParameter,
  ListOrganizationusersOrderBy as OrderBy,
  ListOrganizationusersQuery as Query,
  ListOrganizationusersWhere as Where,
} from "./operations/list-organizationusers.js";
export type Used = [FilterParameter, LastNameParameter, OrderBy, Query, Where];
`;

const fine = [
  'const v: Where = { created_at: { gte: "2026-01-01T00:00:00Z" }, email: { not: { isnull: true } }, last_name: "berg" };',
  'const v: Query = { "created_at__gte!": "2026-01-01T00:00:00Z", detail_access__in: [0, 1], anonymized__isnull: true, _page: 1 };',
  'const v: readonly LastNameParameter[] = ["last_name", "last_name!", "last_name__in!"];',
  'const v: OrderBy = "-created_at";',
];

const wrong: readonly (readonly [statement: string, code: string])[] = [
  ['const v: Where = { last_name: { gte: "a" } };', "TS2353"],
  ['const v: Where = { last_name: { like: "a" } };', "TS2353"],
  ['const v: Where = { shoe_size: "a" };', "TS2353"],
  ['const v: Where = { last_name: { in: "a" } };', "TS2322"],
  ['const v: Where = { last_name: ["a"] };', "TS2322"],
  ["const v: Where = { detail_access: 3 };", "TS2322"],
  ["const v: Where = { anonymized: { isnull: 1 } };", "TS2322"],
  ['const v: Where = { last_name: { not: { not: { equals: "a" } } } };', "TS2353"],
  ['const v: Query = { last_name__gte: "a" };', "TS2561"],
  ['const v: Query = { last_name__in: "a" };', "TS2322"],
  ["const v: Query = { detail_access__in: [3] };", "TS2322"],
  ['const v: LastNameParameter = "last_name__gte";', "TS2820"],
  ['const v: FilterParameter = "_page";', "TS2322"],
  ['const v: OrderBy = "+created_at";', "TS2820"],
];

test("the compiler accepts what the API takes, and nothing else", () => {
  const statements = [...fine, ...wrong.map(([statement]) => statement)];
  const usage = statements.map((statement, index) => [`usage-${index}`, `${imports}export ${statement}`] as const);
  const messages = compile(new Map([...modules, ...usage]));
  const found = usage.map(([name], index) => {
    const codes = messages.flatMap((message) =>
      message.startsWith(`${name}.ts:`) ? [/TS\d+/.exec(message)?.[0]] : [],
    );
    return [statements[index], ...codes];
  });
  expect(found).toEqual([...fine.map((statement) => [statement]), ...wrong]);
  expect(messages).toHaveLength(wrong.length);
});

/** A value of the field, by the stand-ins of its types: what is written is checked as what is read. */
const sampleOf = ({ schema }: FilterField): unknown => {
  const { parse, comparable } = scalarOf(schema);
  if (parse !== "string") return parse === "boolean" ? true : 0;
  return comparable.keywords.format === undefined ? "a" : "2026-01-31";
};

describe("the generated functions", async () => {
  const functions = await run(modules, path);
  const call = (name: string, value: unknown): unknown => {
    const called = functions[name];
    if (called === undefined) throw new Error(`no function ${name}`);
    return called(value);
  };
  const write = (where: object): URLSearchParams => call("writeListOrganizationusersWhere", where) as URLSearchParams;
  const read = (query: string): unknown => call("readListOrganizationusersWhere", new URLSearchParams(query));

  const texts: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    value: fc.string({ unit: "grapheme" }),
    text: fc.string({ unit: "grapheme" }),
    boolean: fc.boolean(),
    list: fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("", "a,b", "%2C", "%00", "Å"))),
  };

  test("each of the 376 parameters is read into its place and written under its name", () => {
    const ofText = parameters.filter(({ field }) => field.set === "text");
    fc.assert(
      fc.property(
        fc
          .constantFrom(...ofText)
          .chain((parameter) =>
            fc.tuple(fc.constant(parameter), texts[parameter.operator.kind] ?? fc.nat()),
          ),
        ([{ field, operator, negated }, value]) => {
          const operators = { [operator.name]: value };
          const bare = operator.name === "equals" && !negated;
          const where = { [field.name]: bare ? value : negated ? { not: operators } : operators };
          expect(read(write(where).toString())).toEqual({ value: where });
        },
      ),
      { numRuns: 1000 },
    );
    for (const { field, operator, negated, wireName } of parameters) {
      const { kind } = operator;
      const one = sampleOf(field);
      const operand = kind === "boolean" ? true : kind === "text" ? "a" : kind === "list" ? [one] : one;
      const operators = { [operator.name]: operand };
      expect([...write({ [field.name]: negated ? { not: operators } : operators }).keys()]).toEqual([wireName]);
    }
  });

  test("values are read as the description types them", () => {
    expect(read("detail_access__in=0,2&anonymized=true&created_at__gte=2026-01-01T00:00:00Z&_page=1")).toEqual({
      value: { created_at: { gte: "2026-01-01T00:00:00Z" }, detail_access: { in: [0, 2] }, anonymized: true },
    });
    expect(read("detail_access=3&created_at=yesterday&last_name__gte=a&shoe=1")).toMatchObject({
      issues: [{ code: "enum" }, { code: "format" }, { code: "unknownOperator" }, { code: "unknownParameter" }],
    });
  });

  test("the flat query", () => {
    const query = { last_name__icontains: "berg", "detail_access__in!": [1], _page: 1 };
    expect(call("validateListOrganizationusersQuery", query)).toEqual({ value: query });
    expect(call("validateListOrganizationusersQuery", { detail_access__in: [1, 3] })).toMatchObject({
      issues: [{ code: "enum", path: ["detail_access__in", 1] }],
    });
  });
});

describe("expanded", () => {
  const expanded = expandDocument(contract);
  const again = contractOf(expanded).contract;

  test("388 query parameters, no x-filter, and the same filters again", () => {
    expect(listOf(again).parameters.filter((parameter) => parameter.in === "query")).toHaveLength(388);
    expect(stringify(expanded)).not.toContain("x-filter:");
    const names = (of: Contract): unknown => {
      const set = listOf(of).filters;
      return set === undefined
        ? []
        : parametersOf(set).map(({ wireName, operator, negated }) => [wireName, operator.name, operator.kind, operator.schema, negated]);
    };
    expect(names(again)).toEqual(names(contract));
  });

  test("passes the lint of the descriptions", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "openapi-sieve-expand-")), "pigello.yaml");
    writeFileSync(file, stringify(expanded));
    const cli = fileURLToPath(new URL("node_modules/@redocly/cli/bin/cli.js", root));
    const options = { env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } };
    const config = fileURLToPath(new URL("redocly.yaml", root));
    const lint = promisify(execFile)(process.execPath, [cli, "lint", file, "--config", config], options);
    await expect(lint).resolves.toBeDefined();
  });
});
