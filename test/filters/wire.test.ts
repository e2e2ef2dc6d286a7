import { readFileSync } from "node:fs";
import fc from "fast-check";
import qs from "qs";
import { describe, expect, test } from "vitest";
import { parametersOf } from "../../generator/filters/parameters-of.js";
import { scalarOf } from "../../generator/filters/scalar.js";
import type { Operation } from "../../generator/model/contract.js";
import type { FilterParameter } from "../../generator/model/filter.js";
import { queryPairs } from "../../templates/client/parameters.js";
import { type FilterTable, flattenWhere, writeFilters } from "../../templates/filters.js";
import { run } from "./support/compile.js";
import { contractOf, documentOf } from "./support/contract.js";
import { emitModules } from "./support/emit.js";

// What is written, read back by another parser: each value stands under the name that the description has, in its style.

const cases = [
  ["mixed", "operations/list-orders", "ListOrders"],
  ["stripe", "operations/list-charges", "ListCharges"],
  ["netbox", "operations/list-devices", "ListDevices"],
  ["json-api", "operations/list-articles", "ListArticles"],
  ["comparison", "operations/list-measurements", "ListMeasurements"],
  ["camel-case", "operations/find-customers", "FindCustomers"],
] as const;

const texts = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("å ä", "a+b&c=d#e", "[x]", "100 %", "%2C", "$:@/?", "true", "1"));

/** A value by what the description says of the parameter; of a joined list, items without the delimiter. */
const operand = ({ operator, field }: FilterParameter): fc.Arbitrary<unknown> => {
  const { comparable, parse } = scalarOf(operator.schema ?? field.schema);
  const { enum: values, format } = comparable.keywords;
  const one = (): fc.Arbitrary<unknown> => {
    if (values !== undefined) return fc.constantFrom(...values);
    if (format !== undefined) return fc.constantFrom("2026-01-31", "2026-12-24");
    if (parse === "boolean") return fc.boolean();
    if (parse !== "string") return fc.integer();
    return operator.kind === "list" ? texts.filter((text) => text !== "" && !/[,| %]/.test(text)) : texts;
  };
  if (operator.kind === "list") return fc.array(one(), { minLength: 2, maxLength: 4 });
  if (operator.kind === "text") return texts;
  if (operator.kind === "boolean") return fc.boolean();
  return operator.kind === "value" ? one() : fc.integer();
};

type Chosen = readonly (readonly [FilterParameter, unknown])[];

/** Some parameters with values; where a value excludes operators, the operators alone. */
const chosen = (parameters: readonly FilterParameter[]): fc.Arbitrary<Chosen> =>
  fc.tuple(...parameters.map((parameter) => fc.option(operand(parameter).map((value) => [parameter, value] as const), { nil: undefined }))).map((all) => {
    const found = all.filter((one) => one !== undefined);
    // what reads `filter[a]` as a value has no place for `filter[a][not]`
    const isOutdone = ({ field, operator, wireName }: FilterParameter): boolean =>
      found.some(([other]) => other.wireName.startsWith(`${wireName}[`)) ||
      (field.object?.exclusive === true && operator.name === "equals" && found.some(([other]) => other.field === field && other.operator.name !== "equals"));
    return found.filter(([parameter]) => !isOutdone(parameter));
  });

const whereOf = (all: Chosen): Record<string, unknown> => {
  const where: Record<string, Record<string, unknown> | unknown> = {};
  for (const [{ field, operator, negated }, value] of all) {
    if (field.object?.exclusive === true && operator.name === "equals") {
      where[field.name] = value;
      continue;
    }
    const filter = (where[field.name] ??= {}) as Record<string, unknown>;
    const at = negated ? ((filter["not"] ??= {}) as Record<string, unknown>) : filter;
    at[operator.name] = value;
  }
  return where;
};

/** `filter[a][in][]` ~> ["filter", "a", "in"], as parsers take it */
const pathOf = (name: string): readonly string[] => name.replace(/\[\]$/, "").split(/\[|\]\[|\]/).filter((part) => part !== "");

const delimiters: Readonly<Record<string, string>> = { form: ",", space: " ", pipe: "|" };

/** What another parser has to find. */
const expected = (all: Chosen): unknown => {
  const tree: Record<string, unknown> = {};
  for (const [{ wireName, operator }, value] of all) {
    const joined = operator.kind === "list" ? delimiters[operator.style] : undefined;
    const plain = Array.isArray(value) ? value.map(String) : String(value);
    const text = operator.style === "json" ? JSON.stringify(value) : joined !== undefined && Array.isArray(plain) ? plain.join(joined) : plain;
    const path = [...pathOf(wireName)];
    const last = path.pop() ?? "";
    let owner = tree;
    for (const name of path) owner = (owner[name] ??= {}) as Record<string, unknown>;
    owner[last] = text;
  }
  return tree;
};

const parsed = (query: string): unknown => qs.parse(query, { depth: 5, arrayLimit: 100 });

/** The request of a client: filters by the table, parameters that hold several operators as objects. */
const sent = (operation: Operation, table: FilterTable, where: object): string => {
  const flat = flattenWhere(table, where);
  const objects = operation.parameters.filter(({ name, style }) => style === "deepObject" && Object.hasOwn(flat, name));
  const others = Object.fromEntries(Object.entries(flat).filter(([name]) => objects.every((parameter) => parameter.name !== name)));
  return [...writeFilters(table, others), ...objects.flatMap(({ name, style, explode }) => queryPairs({ name, in: "query", style, explode }, flat[name]))].join("&");
};

describe.each(cases)("%s", async (folder, path, prefix) => {
  const { contract } = contractOf(documentOf(readFileSync(new URL(`./${folder}/input.yaml`, import.meta.url), "utf8")));
  const operation = contract.operations[0]!;
  const parameters = parametersOf(operation.filters!);
  const functions = await run(await emitModules(contract), path);
  const table = functions["filterTable"] as unknown as FilterTable;
  const write = (where: object): string => String(functions[`write${prefix}Where`]?.(where));
  const read = (query: string): unknown => functions[`read${prefix}Where`]?.(new URLSearchParams(query));

  test("names and styles are those of the description", () => {
    const described = new Set(operation.parameters.map(({ name }) => name));
    for (const { wireName, field } of parameters) expect([...described]).toContain(field.object?.path[0] ?? wireName);
    fc.assert(
      fc.property(chosen(parameters), (all) => {
        const where = whereOf(all);
        expect(parsed(write(where))).toEqual(expected(all));
        expect(parsed(sent(operation, table, where))).toEqual(expected(all));
      }),
      { numRuns: 300 },
    );
  });

  test("reading undoes writing, and reads what a client sends", () => {
    fc.assert(
      fc.property(chosen(parameters), (all) => {
        const where = whereOf(all);
        const back = read(write(where)) as { readonly value?: object };
        expect(back).not.toHaveProperty("issues");
        expect(write(back.value ?? {})).toBe(write(where));
        expect(read(sent(operation, table, where))).toEqual(back);
      }),
      { numRuns: 300 },
    );
  });
});
