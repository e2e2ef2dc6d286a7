import { expect, test } from "vitest";
import { parametersOf } from "../../generator/filters/parameters-of.js";
import { spellingOf } from "../../generator/filters/spelling.js";
import { createReader } from "../../generator/filters/readings.js";
import { readFilterSet } from "../../generator/filters/read-filter-set.js";
import type { FilterDialect } from "../../generator/model/filter.js";
import { pigello, unusual } from "./support/dialects.js";
import { findings } from "./support/report.js";
import { sources } from "./support/sources.js";

const read = (
  parameters: Readonly<Record<string, string | undefined>>,
  dialect: FilterDialect | undefined = pigello,
) => {
  const { report, shown } = findings();
  const spellings = dialect === undefined ? [] : [spellingOf("x-filter-dialect", dialect)];
  const detection = dialect && { spellings, read: createReader(spellings), seen: new Set<string>(), isDeclared: true };
  const set = readFilterSet(sources(parameters), { dialect, detection }, report);
  return { names: set === undefined ? [] : parametersOf(set).map(({ wireName }) => wireName), shown: shown() };
};

test("declared and spelled-out fields in document order", () => {
  expect(read({ page: undefined, b__gt: undefined, b: undefined, a: "exact", c: "false" })).toEqual({
    names: ["b", "b__gt", "a", "a!", "a__in", "a__in!", "a__isnull", "a__isnull!"],
    shown: [],
  });
});

test("an expanded name that is a parameter's", () => {
  expect(read({ a: "{ operators: [gt], negatable: false }", a__gt: undefined }).shown).toEqual([
    "parameter-collision /parameters/0/x-filter: the operator gt of a is written a__gt, as is the parameter a__gt; the parameter a__gt stands here (/parameters/1)",
  ]);
});

test("two expanded names", () => {
  expect(read({ a: "{ operators: [gt] }", "a!": "{ operators: [], negatable: false }" }).shown).toEqual([
    "parameter-collision /parameters/0/x-filter: the filter a, negated is written a!, as is the parameter a!; the parameter a! stands here (/parameters/1)",
  ]);
  const suffix = { ...pigello, operator: "{field}{operator}" };
  expect(
    read(
      { a: "{ operators: [gte], negatable: false }", ag: "{ operators: [te], negatable: false }" },
      {
        ...suffix,
        operators: new Map([
          ["gte", "value"],
          ["te", "value"],
        ]),
      },
    ).shown,
  ).toEqual([
    "parameter-collision /parameters/1/x-filter: the operator te of ag is written agte, as is the operator gte of a; the operator gte of a stands here (/parameters/0/x-filter)",
  ]);
});

test("x-filter without a dialect", () => {
  const { report, shown } = findings();
  expect(readFilterSet(sources({ a: "range", b: "false", c: undefined }), { dialect: undefined, detection: undefined }, report)).toBeUndefined();
  expect(shown()).toEqual([
    "filter-invalid /parameters/0/x-filter: `x-filter` needs an `x-filter-dialect` at the root of the document, which says how operators are spelled",
  ]);
});

test("no filters, no set", () => {
  expect(read({ page: undefined }).names).toEqual([]);
  expect(read({ a: "exact" }, unusual["jsonApi"]).names).toEqual([
    "a",
    "a!",
    "filter[a][in]",
    "filter[a][in]!",
    "filter[a][isnull]",
    "filter[a][isnull]!",
  ]);
});
