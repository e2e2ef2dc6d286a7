import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { typeName } from "../../generator/plan/words.js";
import { ajvVerdict } from "../support/ajv-verdict.js";
import { type GeneratedPackage, loadGenerate } from "../support/generated-package.js";
import { createShelf, type PackageShelf, validatorOf } from "../support/load-package.js";
import { valuesOf } from "../support/values-of.js";
import { agreedIssues, type Judges } from "../support/verdicts.js";
import { wordsOf } from "../support/words.js";
import { readSpec } from "../../generator/read-spec.js";

const inputs = ["spec/pigello-accounts.yaml", "spec/taxfiling-accounts.yaml"];

interface Api {
  readonly made: GeneratedPackage;
  readonly exported: Awaited<ReturnType<PackageShelf["add"]>>;
}

const apis = new Map<string, Api>();

beforeAll(async () => {
  const { generate, tools } = await loadGenerate();
  const shelf = createShelf(tools.transpile);
  for (const input of inputs) {
    const made = await generate(input);
    apis.set(input, { made, exported: await shelf.add(input, made.files) });
  }
  shelf.clear();
  await tools.close();
});

afterAll(() => apis.clear());

const apiOf = (input: string): Api => {
  const api = apis.get(input);
  if (api === undefined) throw new Error(`${input} was not generated`);
  return api;
};

const judgesOf = (input: string, component: string): Judges => {
  const { made, exported } = apiOf(input);
  const named = made.contract.schemas.find(({ name }) => name === component);
  if (named === undefined) throw new Error(`${input} has no schema ${component}`);
  const { schema } = named;
  return { schema, validator: validatorOf(exported, typeName(component)), ajv: ajvVerdict(made.contract.document)(schema.pointer) };
};

const componentsOf = (input: string): readonly string[] => readSpec(input, process.cwd()).contract?.schemas.map(({ name }) => name) ?? [];

describe.each(inputs)("%s", (input) => {
  test.each(componentsOf(input))("%s: generated code, interpreter and Ajv agree", (component) => {
    const judges = judgesOf(input, component);
    const words = wordsOf(apiOf(input).made.contract.schemaAt.values(), []);
    const verdicts = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(valuesOf(judges.schema, words), (value) => {
        verdicts[agreedIssues(value, judges).length === 0 ? "valid" : "invalid"]++;
      }),
      { numRuns: 300 },
    );
    // values that are all of one kind would prove little
    expect(Math.min(verdicts.valid, verdicts.invalid), JSON.stringify(verdicts)).toBeGreaterThan(5);
  });
});
