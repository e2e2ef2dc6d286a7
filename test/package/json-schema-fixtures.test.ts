import type { AnySchema } from "ajv/dist/2020.js";
import { transformSync } from "esbuild";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonSchemas } from "../../generator/emit/json-schemas.js";
import { holds } from "../../generator/model/interpret.js";
import type { Contract, NamedSchema } from "../../generator/model/contract.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import { printModule } from "../../generator/print/print-module.js";
import { readSpec } from "../../generator/read-spec.js";
import { typeName } from "../../generator/plan/words.js";
import * as runtime from "../../templates/json-schema.js";
import { createAjv } from "../support/ajv-verdict.js";
import { type Fixture, fixturesIn } from "../support/fixture.js";
import { contractOf } from "../support/read-schemas.js";
import { valuesOf } from "../support/values-of.js";
import { wordsOf } from "../support/words.js";

// That the generated validators say the same as the interpreter is tested with each fixture, so it stands for them here.

/** Fixtures of which Ajv judges in a way of its own. */
const odd: Readonly<Record<string, string>> = {
  "keywords/hostile-names": "Ajv leaves the name __proto__ out of `properties`",
  "rules/hostile-names": "Ajv leaves the name __proto__ out of `properties`",
  "keywords/multiple-of": "Ajv rounds to a fixed number of digits, or not at all",
  "keywords/pattern-not-unicode": "Ajv refuses the pattern",
  "keywords/unevaluated-items": "Ajv 8.20 does not count the items that contains matches as evaluated; the official suite does",
};

/** Rules that only extensions can say; what breaks them is fine with JSON Schema. */
const extensions = new Set<string>(["ascending", "uniqueBy"]);

const fixturesOf = (folder: string): readonly Fixture[] =>
  fixturesIn(new URL(`../${folder}/`, import.meta.url)).map((fixture) => ({ ...fixture, name: `${folder}/${fixture.name}` }));

const fixtures = ["keywords", "rules"].flatMap(fixturesOf);

const constantsOf = (contract: Contract): Readonly<Record<string, AnySchema>> => {
  const report = (): void => undefined;
  const [draft] = [...jsonSchemas.emit({ plan: makePlan(contract, "fixture", report), report })];
  if (draft?.kind !== "data") throw new Error("there is no module of JSON Schemas");
  const { code } = transformSync(printModule(draft), { loader: "ts", format: "cjs", target: "es2022" });
  const module: { exports: Readonly<Record<string, AnySchema>> } = { exports: {} };
  new Function("require", "module", code)(() => runtime, module);
  return module.exports;
};

interface Made {
  readonly contract: Contract;
  readonly subject: NamedSchema;
  readonly jsonSchema: AnySchema;
}

const make = ({ spec }: Fixture): Made => {
  const { contract } = readSpec(spec, process.cwd());
  const subject = contract?.schemas[0];
  const jsonSchema = contract && constantsOf(contract)[`${typeName(subject?.name ?? "")}JsonSchema`];
  if (contract === undefined || subject === undefined || jsonSchema === undefined) throw new Error(`${spec} has no JSON Schema`);
  return { contract, subject, jsonSchema };
};

const hasExtension = ({ contract }: Made): boolean =>
  [...contract.schemaAt.values()].some(({ rules }) => rules.some(({ kind }) => extensions.has(kind)));

describe("the JSON Schema of every fixture", () => {
  test.each(fixtures)("$name: is valid, stands alone, and says nothing that the standard does not know", (fixture) => {
    const { jsonSchema } = make(fixture);
    const warnings: string[] = [];
    const logger = { log: () => undefined, warn: (text: string) => void warnings.push(text), error: () => undefined };
    const ajv = createAjv({ strictSchema: "log", validateFormats: false, logger });
    expect(ajv.validateSchema(jsonSchema)).toBe(true);
    if (fixture.name !== "keywords/pattern-not-unicode") ajv.compile(jsonSchema);
    expect(warnings.filter((text) => text.includes("unknown keyword"))).toEqual([]);
    expect(JSON.parse(JSON.stringify(jsonSchema))).toEqual(jsonSchema);
  });

  test.each(fixtures.filter(({ name }) => odd[name] === undefined))("$name: Ajv with it says what the validator says", (fixture) => {
    const made = make(fixture);
    const { contract, subject, jsonSchema } = made;
    const validate = createAjv().compile(jsonSchema);
    const values = fixture.cases.map(({ value }) => value);
    const check = (value: (typeof values)[number]): void => {
      const verdict = holds(subject.schema, value);
      if (verdict || !hasExtension(made)) expect([value, validate(value)]).toEqual([value, verdict]);
    };
    values.forEach(check);
    fc.assert(fc.property(valuesOf(subject.schema, wordsOf(contract.schemaAt.values(), values)), check), { numRuns: 60 });
  });

  test("the odd ones exist", () => {
    expect(Object.keys(odd).filter((name) => !fixtures.some((fixture) => fixture.name === name))).toEqual([]);
  });
});

test("a component called `XJson` keeps its names; the JSON Schema of `X` gives way, and is reported", () => {
  const reported: string[] = [];
  const contract = contractOf({ Pet: { type: "object" }, PetJson: { type: "string" } });
  const { schemas } = makePlan(contract, "fixture", (code) => void reported.push(code));
  expect(schemas.map(({ names: { standard, jsonSchema } }) => [standard, jsonSchema])).toEqual([
    ["PetSchema", "Pet2JsonSchema"],
    ["PetJsonSchema", "PetJsonJsonSchema"],
  ]);
  expect(reported).toEqual(["name-collision"]);
});
