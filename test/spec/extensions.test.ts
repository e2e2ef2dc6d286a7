import { readdirSync } from "node:fs";

import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";

import { arrayIn, at, descriptionOf, isArray, isObject, objectIn, pathOf, textOf, walk } from "./description.js";
import type { Json, JsonObject } from "./description.js";

const folder = "generator/schemas/";
const ending = ".schema.json";
const names = readdirSync(pathOf(folder))
  .filter((file) => file.startsWith("x-") && file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length));
const schemas = new Map(names.map((name) => [name, objectIn(JSON.parse(textOf(folder + name + ending)) as Json)]));

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
const validators = new Map([...schemas].map(([name, schema]) => [name, ajv.compile(schema)]));

const validatorOf = (name: string): ValidateFunction => {
  const found = validators.get(name);
  if (found === undefined) throw new Error(`no schema for ${name}`);
  return found;
};

const missingIn = (all: readonly Json[], some: readonly Json[]): readonly Json[] =>
  some.filter((each) => !all.includes(each));

const isExtension = (key: string | undefined): key is string => key?.startsWith("x-") === true;

test("there is one schema for each extension", () => {
  expect(names.sort()).toEqual([
    "x-ascending",
    "x-authorization",
    "x-bulk",
    "x-evidence",
    "x-filter",
    "x-filter-dialect",
    "x-lifted",
    "x-pagination",
    "x-provenance",
    "x-query-rules",
    "x-secret",
    "x-stream",
    "x-unique",
    "x-unique-by",
  ]);
});

test.each([...schemas])("%s has an identifier without a host, a title and a description", (name, schema) => {
  expect(schema["$id"]).toBe(`urn:openapi-sieve:schemas:${name}`);
  expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(schema["title"]).toMatch(name);
  expect(schema["description"]).toMatch(/\.$/);
});

describe.each(["pigello-accounts", "taxfiling-accounts"])("%s", (name) => {
  const description = descriptionOf(`spec/${name}.yaml`);
  const found = [...walk(description)].filter(({ keys }) => isExtension(keys.at(-1)) && keys.at(-2) !== "properties");

  test("every extension validates against its schema", () => {
    expect(found.length).toBeGreaterThan(0);
    for (const { keys, value } of found) {
      const validate = validatorOf(keys.at(-1) ?? "");
      validate(value);
      expect({ at: keys.join("/"), errors: validate.errors }).toEqual({ at: keys.join("/"), errors: null });
    }
  });

  test("the keywords of a note stand on the object that carries it", () => {
    for (const { keys, value } of found.filter((each) => each.keys.at(-1) === "x-provenance")) {
      const owner = objectIn(description, ...keys.slice(0, -1));
      const notes = isArray(value) ? value : [value];
      const keywords = notes.flatMap((note) => (isObject(note) && isArray(note["keywords"]) ? note["keywords"] : []));
      expect({ at: keys.join("/"), missing: missingIn(Object.keys(owner), keywords) }).toEqual({
        at: keys.join("/"),
        missing: [],
      });
    }
  });
});

test("x-filter and the sets name operators that the dialect has", () => {
  const description = descriptionOf("spec/pigello-accounts.yaml");
  const operators = Object.keys(objectIn(description, "x-filter-dialect", "operators"));
  const sets = objectIn(description, "x-filter-dialect", "sets");
  for (const set of Object.values(sets)) expect(missingIn(operators, arrayIn(set))).toEqual([]);
  for (const { keys, value } of walk(description))
    if (keys.at(-1) === "x-filter") expect(Object.keys(sets)).toContain(value);
});

test("x-query-rules, x-pagination and x-stream name query parameters of their operation", () => {
  const operation = objectIn(
    descriptionOf("spec/pigello-accounts.yaml"),
    "paths",
    "/accounts/users/organization/organizationuser/list/",
    "get",
  );
  const parameters = arrayIn(operation, "parameters").map((parameter) => at(parameter, "name"));
  const dependent = objectIn(operation, "x-query-rules", "dependentRequired");
  const named = [
    ...Object.entries(dependent).flatMap(([name, others]) => [name, ...arrayIn(others)]),
    ...Object.values(objectIn(operation, "x-pagination")),
    at(operation, "x-stream", "parameter"),
  ];
  expect(missingIn(parameters, named)).toEqual([]);
});

const dialect: JsonObject = { operator: "{field}__{operator}", operators: { gt: "value" } };
const bulk: JsonObject = { request: "/items", response: "", match: "position" };

const accepted: readonly (readonly [name: string, value: Json])[] = [
  ["x-filter-dialect", "django"],
  ["x-filter-dialect", dialect],
  ["x-filter", "range"],
  ["x-filter", false],
  ["x-filter", { operators: "range", negatable: ["equals", "gte"] }],
  ["x-filter", { operators: [], negatable: false }],
  ["x-query-rules", { anyOf: [{ required: ["a"] }, { required: ["b"] }] }],
  ["x-ascending", [["a", "b"], { fields: ["c", "d", "e"], strict: true }]],
  ["x-ascending", { fields: ["a", "b"], strict: false }],
  ["x-unique-by", ["a", "b"]],
  ["x-unique-by", [["a"], ["b", "c"]]],
  ["x-bulk", bulk],
  ["x-bulk", { ...bulk, match: { requestItem: "/a~1b", responseItem: "/index" }, errors: { list: "/errors" } }],
  ["x-pagination", { page: "page", size: "size" }],
  ["x-pagination", { cursor: "after", next: "/meta/next" }],
  ["x-stream", { parameter: "format", value: "jsonl" }],
  ["x-provenance", "unknown: no document"],
  ["x-provenance", [{ mark: "inferred", reason: "sample", keywords: ["format"] }, "unknown: no document"]],
  ["x-unique", true],
  ["x-authorization", { roles: ["Admin"] }],
];

test.each(accepted)("%s accepts %j", (name, value) => {
  expect(validatorOf(name)(value)).toBe(true);
});

const rejected: readonly (readonly [name: string, value: Json])[] = [
  ["x-filter-dialect", { ...dialect, operator: "{field}" }],
  ["x-filter-dialect", { ...dialect, negation: "{parameter}" }],
  ["x-filter-dialect", { ...dialect, operators: { gt: "number or text" } }],
  ["x-filter-dialect", { ...dialect, list: "semicolon" }],
  ["x-filter-dialect", { ...dialect, lists: "comma" }],
  ["x-filter", true],
  ["x-filter", ["gt"]],
  ["x-filter", { negatable: true }],
  ["x-filter", { operators: ["gt", "gt"] }],
  ["x-query-rules", {}],
  ["x-query-rules", { dependantRequired: { a: ["b"] } }],
  ["x-query-rules", { dependentRequired: { a: "b" } }],
  ["x-ascending", ["a", "b"]],
  ["x-ascending", [["a"]]],
  ["x-unique-by", []],
  ["x-unique-by", ["a", ["b"]]],
  ["x-unique-by", "a"],
  ["x-bulk", { ...bulk, request: "items" }],
  ["x-bulk", { ...bulk, response: "/a~2" }],
  ["x-bulk", { ...bulk, match: "index" }],
  ["x-bulk", { request: "", response: "" }],
  ["x-pagination", { page: "page" }],
  ["x-pagination", { page: "page", size: "size", cursor: "after" }],
  ["x-stream", { parameter: "_jsonl" }],
  ["x-provenance", "guessed: no document"],
  ["x-provenance", "inferred"],
  ["x-provenance", { mark: "inferred" }],
  ["x-provenance", ["unknown: no document"]],
  ["x-unique", "yes"],
  ["x-authorization", {}],
  ["x-authorization", { roles: [] }],
];

test.each(rejected)("%s rejects %j", (name, value) => {
  expect(validatorOf(name)(value)).toBe(false);
});
