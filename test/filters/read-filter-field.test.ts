import { describe, expect, test } from "vitest";
import { django } from "../../generator/filters/django.js";
import { readFilterField } from "../../generator/filters/read-filter-field.js";
import type { FilterDialect, FilterField } from "../../generator/model/filter.js";
import { pigello } from "./support/dialects.js";
import { findings } from "./support/report.js";
import { schemaOf } from "./support/schema.js";
import { sources } from "./support/sources.js";

interface Read {
  readonly field: FilterField | undefined;
  readonly shown: readonly string[];
}

const read = (filter: string | undefined, dialect: FilterDialect = pigello, required = false): Read => {
  const { report, shown } = findings();
  const [parameter] = sources({ a: filter });
  if (parameter === undefined) throw new Error("no parameter");
  const field = readFilterField({ ...parameter, required }, dialect, report);
  return { field, shown: shown() };
};

const operatorsOf = ({ field }: Read): readonly string[] =>
  (field?.operators ?? []).map(({ name, kind, negated }) => `${name} ${kind}${negated === undefined ? "" : " !"}`);

describe("fields", () => {
  test("a set, all of it negatable where the dialect has a negation", () => {
    const made = read("exact");
    expect(made.field).toMatchObject({ name: "a", pointer: "/parameters/0", set: "exact" });
    expect(operatorsOf(made)).toEqual(["equals value !", "in list !", "isnull boolean !"]);
    expect(operatorsOf(read("exact", django))).toEqual(["equals value", "in list", "isnull boolean"]);
  });

  test("the operators of a set are that set, in its order", () => {
    expect(read("{ operators: exact }").field).toEqual(read("exact").field);
    expect(read("{ operators: [isnull, in] }").field).toEqual(read("exact").field);
  });

  test("operators of its own stand in the order of the dialect", () => {
    const made = read("{ operators: [lt, in, gt], negatable: [in] }");
    expect(made.field).not.toHaveProperty("set");
    expect(operatorsOf(made)).toEqual(["equals value", "gt value", "in list !", "lt value"]);
  });

  test.each([
    ["true", true, true],
    ["false", false, false],
    ["[equals]", true, false],
    ["[]", false, false],
  ])("negatable: %s", (negatable, bare, operator) => {
    expect(operatorsOf(read(`{ operators: [lt], negatable: ${negatable} }`))).toEqual([
      `equals value${bare ? " !" : ""}`,
      `lt value${operator ? " !" : ""}`,
    ]);
  });

  test("no operators but equality", () => {
    expect(operatorsOf(read("{ operators: [] }"))).toEqual(["equals value !"]);
  });

  test.each([undefined, "false"])("%s is no filter", (filter) => {
    expect(read(filter)).toEqual({ field: undefined, shown: [] });
  });
});

describe("findings", () => {
  const at = "/parameters/0/x-filter";

  test.each([
    ["true", `filter-invalid ${at}: must be the name of a set, an object with \`operators\`, or false`],
    ["[gt]", `filter-invalid ${at}: must be the name of a set, an object with \`operators\`, or false`],
    ["ragne", `filter-set-unknown ${at}: the dialect has no set "ragne"; did you mean range?`],
    ["{ operators: exakt }", `filter-set-unknown ${at}/operators: the dialect has no set "exakt"; did you mean exact?`],
    ["{}", `filter-invalid ${at}: \`x-filter\` needs \`operators\`: a set name or a list of operators`],
    ["{ operators: 3 }", `filter-invalid ${at}/operators: \`operators\` must be a set name or a list of operators`],
    [
      "{ operators: [gt, isnul] }",
      `filter-operator-unknown ${at}/operators/1: the dialect has no operator "isnul"; did you mean isnull?`,
    ],
    ["{ operators: [equals] }", `filter-operator-unknown ${at}/operators/0: the dialect has no operator "equals"`],
    ["{ operators: [3] }", `filter-operator-unknown ${at}/operators/0: the dialect has no operator 3`],
    [
      "{ operators: [gt], negatable: yes }",
      `filter-invalid ${at}/negatable: \`negatable\` must be true, false or a list of operators`,
    ],
    [
      "{ operators: [gt], negatable: [gte] }",
      `filter-operator-unknown ${at}/negatable/0: this filter has no operator "gte"; did you mean gt?`,
    ],
    [
      "{ operators: [gt, lt, gt] }",
      `filter-invalid ${at}/operators/2: the operator "gt" stands twice; it stands here too (${at}/operators/0)`,
    ],
    [
      "{ operators: [gt], negatable: [gt, gt] }",
      `filter-invalid ${at}/negatable/1: the operator "gt" stands twice; it stands here too (${at}/negatable/0)`,
    ],
    ["{ operators: [gt], negate: true }", `filter-invalid ${at}/negate: \`x-filter\` has no member "negate"`],
  ])("%s", (filter, message) => {
    expect(read(filter).shown).toEqual([message]);
  });

  test("negation in a dialect without", () => {
    const message = `filter-invalid ${at}/negatable: nothing can be negated: the dialect has no \`negation\``;
    expect(read("{ operators: [gt], negatable: true }", django).shown).toEqual([message]);
    expect(read("{ operators: [gt], negatable: [gt] }", django).shown).toEqual([message]);
    expect(read("{ operators: [gt], negatable: false }", django).shown).toEqual([]);
  });

  test("what is no single value and no list of them", () => {
    const message = "a filter compares single values or lists of them, and the schema of this parameter allows neither";
    const { report, shown } = findings();
    for (const schema of [schemaOf({ type: ["object", "null"] }), schemaOf({ type: ["array"], items: schemaOf({ type: ["object"] }) })])
      for (const parameter of sources({ a: "range" })) expect(readFilterField({ ...parameter, schema }, pigello, report)).toBeUndefined();
    expect(shown()).toEqual([`filter-invalid ${at}: ${message}`]);
    for (const schema of [schemaOf({ type: ["object", "string"] }), schemaOf({ type: ["array"] }), schemaOf({})])
      for (const parameter of sources({ a: "range" })) expect(readFilterField({ ...parameter, schema }, pigello, report)).toBeDefined();
  });

  test("a required parameter", () => {
    const message = "a filter parameter cannot be required; `x-query-rules` can say that one of several has to be set";
    expect(read("range", pigello, true).shown).toEqual([`filter-invalid ${at}: ${message}`]);
  });
});
