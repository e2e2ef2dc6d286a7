import { describe, expect, test } from "vitest";
import { django } from "../../generator/filters/django.js";
import type { FilterSource } from "../../generator/filters/filter-source.js";
import { groupEnumerated } from "../../generator/filters/group-enumerated.js";
import { dialects } from "../../generator/filters/index.js";
import { createReader } from "../../generator/filters/readings.js";
import { spellingOf } from "../../generator/filters/spelling.js";
import { dotted } from "../../generator/filters/dotted.js";
import { underscore } from "../../generator/filters/underscore.js";
import type { FilterDialect, FilterField, FilterOperator } from "../../generator/model/filter.js";
import { pigello } from "./support/dialects.js";
import { schemaOf } from "./support/schema.js";
import { names, sources } from "./support/sources.js";

/** A `!` behind what can be negated, and before what can only be that. */
const shownOperator = ({ name, plain, negated }: FilterOperator): string =>
  plain === undefined ? `!${name}` : name + (negated === undefined ? "" : "!");

const shown = ({ name, operators }: FilterField): string => `${name}: ${operators.map(shownOperator).join(" ")}`;

const group = (parameters: readonly FilterSource[], dialect: FilterDialect): readonly FilterField[] => {
  const spelling = Object.values(dialects).find((known) => known === dialect)?.spelling ?? spellingOf("own", dialect);
  return groupEnumerated(parameters, { dialect, detection: { spellings: [spelling], read: createReader([spelling]), seen: new Set(), isDeclared: true } });
};

/** `name: operators` */
const grouped = (parameters: readonly FilterSource[], dialect: FilterDialect = pigello): readonly string[] =>
  group(parameters, dialect).map(shown);

describe("fields", () => {
  test("beside their bare parameter, with their negations", () => {
    expect(grouped(names("created__gt", "created", "created!", "created__gt!", "page", "created__in"))).toEqual([
      "created: equals! gt! in",
    ]);
  });

  test("without a bare parameter too, since the dialect is declared", () => {
    expect(grouped(names("price__gt", "price__lt", "stock__gt"))).toEqual(["price: gt lt", "stock: gt"]);
    expect(grouped(names("price__gt", "price__gt!"))).toEqual(["price: gt!"]);
  });

  test("exactly the operators of a set are that set", () => {
    expect(group(names("a", "a__isnull", "a__in"), pigello)).toMatchObject([
      { set: "exact", operators: [{ name: "equals" }, { name: "in" }, { name: "isnull" }] },
    ]);
  });

  test("relation paths", () => {
    expect(grouped(names("author__born", "author__born__gt", "author__born__iexact"), django)).toEqual([
      "author__born: equals iexact gt",
    ]);
  });

  test("the longest operator is meant", () => {
    expect(grouped(names("state", "state_in", "state_not_in"), underscore)).toEqual(["state: equals in not_in"]);
  });

  test("an operator parameter is no bare one", () => {
    expect(grouped(names("a", "a__gt", "a__gt__lt", "a__gt__gt"))).toEqual(["a: equals gt", "a__gt: gt lt"]);
  });

  test("a field may be named like an operator or a negation", () => {
    expect(grouped(names("gt", "gt__lt", "x!", "x!__in", "x!__in!"))).toEqual(["gt: equals lt", "x!: equals in!"]);
  });

  test("the bare parameter and its negation", () => {
    expect(grouped(names("a", "a!"))).toEqual(["a: equals!"]);
  });

  test("the value is that of the bare parameter, or of an operator that takes it", () => {
    const [bare, gt, list] = [
      schemaOf({ type: ["integer"] }),
      schemaOf({ type: ["number"] }),
      schemaOf({ type: ["array"], items: schemaOf({ type: ["boolean"] }) }),
    ];
    const typed = (...pairs: readonly (readonly [string, FilterSource["schema"]])[]): readonly FilterSource[] =>
      pairs.flatMap(([name, schema]) => names(name).map((source) => ({ ...source, pointer: name, schema })));
    expect(group(typed(["a__in", list], ["a__gt", gt], ["a", bare]), pigello)[0]?.schema).toBe(bare);
    expect(group(typed(["a__in", list], ["a__gt", gt]), pigello)[0]?.schema).toBe(gt);
    expect(group(typed(["a__in", list], ["a__isnull", gt]), pigello)[0]?.schema).toBe(list.keywords.items);
  });
});

describe("left alone", () => {
  test.each([
    ["look-alikes", names("is_active", "updated_at", "exclude_fields", "ending_before", "page")],
    ["unknown operators", names("source", "source__slug")],
    ["a mark of negation alone", names("a!", "b")],
    ["required parameters", names("a", "a__gt").map((source) => ({ ...source, required: true }))],
    ["objects", names("a", "a__gt").map((source) => ({ ...source, schema: schemaOf({ type: ["object"] }) }))],
    ["fields that opted out", sources({ a: "false", a__gt: undefined, a__lt: undefined })],
    ["fields that are declared", sources({ a: "range", a__gt: undefined, a__lt: undefined })],
  ])("%s", (_, parameters) => {
    expect(grouped(parameters, parameters.some(({ name }) => name === "updated_at") ? underscore : pigello)).toEqual(
      [],
    );
  });

  test("an operator that where would confuse with the bare parameter", () => {
    expect(grouped(names("age", "age.equals", "age.in"), dotted)).toEqual(["age: equals in"]);
    expect(grouped(names("age.equals", "age.in"), dotted)).toEqual(["age: equals in"]);
  });
});

test("order is the document's", () => {
  expect(grouped(names("z", "z__gt", "b__lt", "b__gt", "a__in", "a"))).toEqual(["z: equals gt", "b: gt lt", "a: equals in"]);
});
