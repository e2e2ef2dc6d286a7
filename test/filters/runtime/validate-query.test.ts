import { expect, test } from "vitest";
import { validateQuery } from "../../../templates/filters.js";
import { add } from "../../../templates/issue.js";
import { table } from "./table.js";

const issuesOf = (value: unknown): readonly string[] =>
  (validateQuery(value, table).issues ?? []).map(({ code, path, message }) => `${code} ${path.join("/")}: ${message}`);

test("a flat query with values of the right kinds", () => {
  const query = {
    born: "2026-01-31",
    "name__in!": ["a", ""],
    age: 1,
    active: false,
    tags: [],
    _page: 1,
    height: undefined,
  };
  expect(validateQuery(query, table)).toEqual({ value: query });
});

test.each([
  [null, ["type : must be an object"]],
  [[], ["type : must be an object"]],
  [
    new URLSearchParams("foo=1"),
    ["type : must be a plain object, not a URLSearchParams: read it with the read…Where function of the operation first"],
  ],
  [new Map([["age", 1]]), ["type : must be a plain object, not a Map"]],
  [new Date(0), ["type : must be a plain object, not a Date"]],
  [Object.create({ age: 1 }), ["type : must be a plain object"]],
  [Object.create(Object.create(null, { age: { value: 1 } })), ["type : must be a plain object"]],
  [{ age: "1" }, ["type age: must be an integer"]],
  [{ age: 1.5 }, ["type age: must be an integer"]],
  [{ height: Number.NaN }, ["type height: must be a number"]],
  [{ name: ["a"] }, ["type name: must be a string"]],
  [{ name: null }, ["type name: must be a string"]],
  [{ name__in: "a" }, ["type name__in: must be an array"]],
  [
    { born__in: ["2026-01-31", 1, "x"] },
    ["type born__in/1: must be a string", "format born__in/2: must be a valid date"],
  ],
  [{ level: 7 }, ["enum level: must be one of 0, 1"]],
  [{ shoe: 1 }, ["unknownParameter shoe: is not a known parameter"]],
  [{ "height!": 1 }, ["negationNotAllowed height!: is not allowed: height cannot be negated"]],
  [
    JSON.parse('{ "__proto__": 1, "valueOf": 2 }'),
    ["type __proto__: must be a string", "unknownParameter valueOf: is not a known parameter"],
  ],
])("%j", (value, issues) => {
  expect(issuesOf(value)).toEqual(issues);
});

test("objects of parsers that inherit nothing are plain", () => {
  const parsed = (prototype: object | null): object => Object.assign(Object.create(prototype) as object, { age: 1 });
  for (const query of [parsed(null), parsed(Object.create(null) as object)])
    expect(validateQuery(query, table).issues).toBeUndefined();
});

test("further checks see own members only, `__proto__` included", () => {
  const seen: unknown[] = [];
  const look = (query: Readonly<Record<string, unknown>>): boolean => {
    seen.push(Object.entries(query), query["constructor"], query["valueOf"]);
    return false;
  };
  validateQuery(JSON.parse('{ "__proto__": "a", "_page": 1 }'), table, {}, [look]);
  expect(seen).toEqual([[["__proto__", "a"], ["_page", 1]], undefined, undefined]);
});

test("an operation without filters has no reader to lead to", () => {
  const { issues } = validateQuery(new URLSearchParams("q=1"), { fields: [], others: ["q"] });
  expect(issues).toEqual([{ code: "type", path: [], message: "must be a plain object, not a URLSearchParams" }]);
});

test("abortEarly stops at the first issue, and before further checks", () => {
  const never = (): boolean => {
    throw new Error("not reached");
  };
  expect(validateQuery({ age: "1", shoe: 1 }, table, { abortEarly: true }, [never]).issues).toHaveLength(1);
});

test("further checks add their issues", () => {
  const { issues } = validateQuery({ _page: 1 }, table, {}, [
    (query, sink) =>
      query["_page_size"] === undefined && add(sink, "requires", [], "_page needs _page_size", { fields: ["_page", "_page_size"] }),
  ]);
  expect(issues).toEqual([
    { code: "requires", path: [], message: "_page needs _page_size", fields: ["_page", "_page_size"] },
  ]);
});

test("messages can be given", () => {
  const messages = { type: ({ expected }: { readonly expected: string }) => `ska vara ${expected}` };
  expect(validateQuery({ age: "1" }, table, { messages }).issues).toMatchObject([{ message: "ska vara an integer" }]);
});

test("an operation without filters", () => {
  const plain = { fields: [], others: ["q"] };
  expect(validateQuery({ q: 1 }, plain)).toEqual({ value: { q: 1 } });
  expect(validateQuery({ r: 1 }, plain).issues?.[0]?.code).toBe("unknownParameter");
});
