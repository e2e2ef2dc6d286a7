import applicator from "ajv/dist/refs/json-schema-2020-12/meta/applicator.json" with { type: "json" };
import core from "ajv/dist/refs/json-schema-2020-12/meta/core.json" with { type: "json" };
import format from "ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json" with { type: "json" };
import unevaluated from "ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json" with { type: "json" };
import validation from "ajv/dist/refs/json-schema-2020-12/meta/validation.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../generator/code/json-value.js";
import { compileSchema } from "../../generator/compile/compile-schema.js";
import { ajvLimits } from "../support/ajv-limits.js";
import { hyperjumpVerdict } from "../support/hyperjump-verdict.js";
import { judgeSchemas } from "../support/judge-schemas.js";
import { judge } from "../support/panel.js";
import { ajvOn, panelOn, valuesNear } from "../support/schema-panel.js";

/** What the meta-schemas of 2020-12 describe, without what says nothing to a validator. */
const vocabulary = [core, applicator, unevaluated, validation, format]
  .flatMap(({ properties }) => Object.keys(properties))
  .filter((keyword) => keyword !== "$vocabulary" && keyword !== "$comment");

/** Codes of issues about values; where keywords are read as rules, that is for other tests. */
const codes = [
  ...[
    "type",
    "enum",
    "const",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
  ],
  ...["format", "minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains", "required", "additionalProperties"],
  ...["unevaluatedProperties", "unevaluatedItems", "minProperties", "maxProperties", "propertyNames", "anyOf", "oneOf", "not", "never"],
];

// npm run campaign:random tries many more
const trial = { schemas: 300, seed: 2020_12, values: 15 };

test("all forms of generated code, the interpreter, Hyperjump and Ajv are of one mind about random schemas", async () => {
  const tally = await judgeSchemas(trial);
  expect(vocabulary.length).toBeGreaterThan(40);
  expect(vocabulary.filter((keyword) => !tally.keywords.has(keyword))).toEqual([]);
  expect(codes.filter((code) => !tally.codes.has(code))).toEqual([]);
  // values that are all of one kind would prove little
  expect(tally.valid).toBeGreaterThan(5 * trial.schemas);
  expect(tally.values - tally.valid).toBeGreaterThan(5 * trial.schemas);
  expect(tally.byAjv).toBeGreaterThan(5 * trial.schemas);
  expect(tally.endless).toBeLessThan(trial.schemas / 10);
});

/** Schemas that went wrong once. */
const found: readonly JsonValue[] = [
  { properties: {}, unevaluatedProperties: { type: "null" } },
  { patternProperties: {}, unevaluatedProperties: false },
  { allOf: [{ properties: {} }], unevaluatedProperties: false },
];

test.each(found)("%j is compiled, and all are of one mind about its values", async (text) => {
  const asked = await panelOn(text);
  if (asked === undefined) throw new Error("there is no verdict");
  const faults = valuesNear(asked, 1, 50).flatMap((value) => judge(value, asked.panel).faults.map((fault) => ({ value, fault })));
  expect(faults).toEqual([]);
});

describe("where Ajv is not asked", () => {
  /** Ajv's verdict, or that it has none. */
  const ajv = (schema: JsonValue, value: JsonValue): boolean | "throws" => {
    try {
      return ajvOn(schema)(value);
    } catch {
      return "throws";
    }
  };

  test.each(ajvLimits)("$reason", async ({ meets, example: { schema, value } }) => {
    const verdict = compileSchema(schema).is(value);
    expect(meets(schema)).toBe(true);
    expect((await hyperjumpVerdict(schema))(value)).toBe(verdict);
    expect(ajv(schema, value)).not.toBe(verdict);
  });
});

test("Hyperjump 1.18 takes every remainder below 1.2e-7 for rounding, so no such number is tried", async () => {
  const schema = { multipleOf: 1 };
  expect(compileSchema(schema).is(1e-8)).toBe(false);
  expect((await hyperjumpVerdict(schema))(1e-8)).toBe(true);
});
