import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { dialects } from "../../generator/filters/index.js";
import { readDialect } from "../../generator/filters/read-dialect.js";
import type { FilterDialect } from "../../generator/model/filter.js";
import type { SourceValue } from "../../generator/source/value.js";
import { findings } from "./support/report.js";

const read = (yaml: string): { readonly dialect: FilterDialect | undefined; readonly shown: readonly string[] } => {
  const { report, shown } = findings();
  const dialect = readDialect(parse(yaml, { mapAsMap: true }) as SourceValue, report, "/x-filter-dialect");
  return { dialect, shown: shown() };
};

test("a built-in dialect by name", () => {
  for (const [name, dialect] of Object.entries(dialects)) expect(read(name)).toEqual({ dialect, shown: [] });
});

test("built-in dialects stand in docs/filters.md", () => {
  const rows = readFileSync(new URL("../../docs/filters.md", import.meta.url), "utf8").matchAll(/^\| `([\w-]+)` \| `/gm);
  expect([...rows].map(([, name]) => name).sort()).toEqual(Object.keys(dialects).sort());
});

test("the sets of built-in dialects hold operators of theirs", () => {
  for (const { operators, sets } of Object.values(dialects))
    for (const set of sets.values()) expect([...operators.keys()]).toEqual(expect.arrayContaining([...set]));
});

test("a dialect of its own", () => {
  const { dialect, shown } = read(`
    operator: "{field}__{operator}"
    negation: "{parameter}!"
    list: repeat
    operators: { gt: value, "10": list }
    sets: { all: [gt, "10", gt] }
    x-provenance: somewhere
  `);
  expect(shown).toEqual([]);
  expect(dialect).toEqual({
    operator: "{field}__{operator}",
    negation: "{parameter}!",
    list: "repeat",
    operators: new Map([
      ["gt", "value"],
      ["10", "list"],
    ]),
    sets: new Map([["all", ["gt", "10"]]]),
  });
});

test("no dialect is no finding", () => {
  const { report, shown } = findings();
  expect(readDialect(undefined, report, "/x-filter-dialect")).toBeUndefined();
  expect(shown()).toEqual([]);
});

const names = Object.keys(dialects).join(", ");

const fine = 'operator: "{field}.{operator}", operators: { gt: value }';

test.each([
  [
    "djanog",
    `filter-dialect-invalid /x-filter-dialect: there is no built-in filter dialect "djanog"; there are ${names}; did you mean django?`,
  ],
  [
    "toString",
    `filter-dialect-invalid /x-filter-dialect: there is no built-in filter dialect "toString"; there are ${names}`,
  ],
  ["3", "filter-dialect-invalid /x-filter-dialect: must be the name of a dialect or an object that describes one"],
  [
    "{ operators: { gt: value } }",
    "filter-dialect-invalid /x-filter-dialect: `operator` must be a text with `{field}` and `{operator}`, each once",
  ],
  [
    '{ operator: "{field}", operators: { gt: value } }',
    "filter-dialect-invalid /x-filter-dialect/operator: `operator` must be a text with `{field}` and `{operator}`, each once",
  ],
  [
    '{ operator: "{field}_{operator}" }',
    "filter-dialect-invalid /x-filter-dialect: `operators` must be an object that gives each operator its kind of value",
  ],
  [
    '{ operator: "{field}_{operator}", operators: [gt] }',
    "filter-dialect-invalid /x-filter-dialect/operators: `operators` must be an object that gives each operator its kind of value",
  ],
  [
    '{ operator: "{field}_{operator}", operators: { gt: values } }',
    "filter-dialect-invalid /x-filter-dialect/operators/gt: the kind of value must be one of value, list, text, boolean, integer, number",
  ],
  [
    '{ operator: "{field}_{operator}", operators: { equals: value } }',
    "filter-dialect-invalid /x-filter-dialect/operators/equals: an operator cannot be named equals: that is the field without operator",
  ],
  [
    '{ operator: "{field}_{operator}", negation: "{parameter}!", operators: { not: value } }',
    "filter-dialect-invalid /x-filter-dialect/operators/not: an operator cannot be named not in a dialect with a negation",
  ],
  [
    `{ ${fine}, negation: "!" }`,
    "filter-dialect-invalid /x-filter-dialect/negation: `negation` must be a text with `{parameter}` once and more than that",
  ],
  [`{ ${fine}, list: pipes }`, "filter-dialect-invalid /x-filter-dialect/list: `list` must be comma or repeat"],
  [
    `{ ${fine}, lists: comma }`,
    'filter-dialect-invalid /x-filter-dialect/lists: a dialect has no member "lists"; did you mean list?',
  ],
  [
    `{ ${fine}, sets: [gt] }`,
    "filter-dialect-invalid /x-filter-dialect/sets: `sets` must be an object of lists of operators",
  ],
  [
    `{ ${fine}, sets: { a: gt } }`,
    "filter-dialect-invalid /x-filter-dialect/sets/a: a set must be a list of operators",
  ],
  [
    `{ ${fine}, sets: { a: [gt, gtt] } }`,
    'filter-operator-unknown /x-filter-dialect/sets/a/1: the dialect has no operator "gtt"; did you mean gt?',
  ],
])("%s", (yaml, message) => {
  expect(read(yaml).shown).toEqual([message]);
});
