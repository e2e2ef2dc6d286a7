import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FilterName, readName, writeName } from "../../generator/filters/filter-name.js";
import { parseNegationTemplate, parseOperatorTemplate } from "../../generator/filters/template.js";
import type { FilterDialect } from "../../generator/model/filter.js";
import { everyDialect, pigello } from "./support/dialects.js";

const nasty = [
  "a",
  "a__b",
  "a_b",
  "gte",
  "in",
  "x!",
  "x",
  "a__gte",
  "__proto__",
  "constructor",
  "{field}",
  "{operator}",
  "å",
  "$&",
];

const fieldName = fc.oneof(fc.constantFrom(...nasty), fc.string({ minLength: 1 }));

const namesOf = (dialect: FilterDialect, fields: readonly string[]): readonly FilterName[] =>
  fields.flatMap((field) =>
    [undefined, ...dialect.operators.keys()].flatMap((operator) =>
      (dialect.negation === undefined ? [false] : [false, true]).map((negated) => ({
        field,
        ...(operator !== undefined && { operator }),
        negated,
      })),
    ),
  );

describe.each(everyDialect)("%s", (_, dialect) => {
  test("reading a name undoes writing it, unless two filters share the name", () => {
    const fields = fc.uniqueArray(fieldName, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fields, (known) => {
        const names = namesOf(dialect, known);
        const written = names.map((name) => writeName(dialect, name));
        names.forEach((name, index) => {
          const wireName = written[index] ?? "";
          const read = readName(dialect, wireName, new Set(known));
          if (written.indexOf(wireName) === written.lastIndexOf(wireName)) expect(read).toEqual(name);
          else expect(read && writeName(dialect, read)).toBe(wireName);
        });
      }),
    );
  });

  test("a name of an unknown field is not read", () => {
    expect(
      readName(dialect, writeName(dialect, { field: "b", operator: "in", negated: false }), new Set(["a"])),
    ).toBeUndefined();
  });
});

test("names of Pigello", () => {
  const write = (field: string, operator?: string, negated = false): string =>
    writeName(pigello, { field, ...(operator !== undefined && { operator }), negated });
  expect([write("email"), write("email", undefined, true), write("email", "in"), write("email", "in", true)]).toEqual([
    "email",
    "email!",
    "email__in",
    "email__in!",
  ]);
  expect(readName(pigello, "email__in!", new Set(["email"]))).toEqual({
    field: "email",
    operator: "in",
    negated: true,
  });
  expect(readName(pigello, "email__in!!", new Set(["email"]))).toBeUndefined();
  expect(readName(pigello, "email__like", new Set(["email"]))).toBeUndefined();
});

test("operator templates", () => {
  expect(parseOperatorTemplate("filter[{field}][{operator}]")).toEqual({
    before: "filter[",
    between: "][",
    after: "]",
    operatorFirst: false,
  });
  expect(parseOperatorTemplate("{operator}_{field}")).toEqual({
    before: "",
    between: "_",
    after: "",
    operatorFirst: true,
  });
  for (const wrong of ["", "{field}", "{operator}", "{field}{field}", "{field}{operator}{field}", "{Field}_{operator}"])
    expect(parseOperatorTemplate(wrong)).toBeUndefined();
});

test("negation templates", () => {
  expect(parseNegationTemplate("{parameter}!")).toEqual({ before: "", after: "!" });
  for (const wrong of ["", "!", "{parameter}", "{parameter}{parameter}"])
    expect(parseNegationTemplate(wrong)).toBeUndefined();
});
