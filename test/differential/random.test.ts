import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonValue } from "../../generator/code/json-value.js";
import { ajvVerdict } from "../support/ajv-verdict.js";
import { compileContract } from "../support/in-process.js";
import { validatorOf } from "../support/load-package.js";
import { contractOf } from "../support/read-schemas.js";
import { valuesOf } from "../support/values-of.js";
import { agreedIssues } from "../support/verdicts.js";
import { wordsOf } from "../support/words.js";
import { randomSchema } from "./random-schema.js";

const runs = Number(process.env["RANDOM_SCHEMAS"] ?? 150);

/** The same schemas in every run of the tests; RANDOM_SEED looks at others. */
const seed = Number(process.env["RANDOM_SEED"] ?? 2012);

const components = fc.record({ Subject: randomSchema(3, ["Leaf"]), Leaf: randomSchema(2, []) }, { noNullPrototype: true });

/** Values of every type, which no schema brings about by itself. */
const anything: readonly JsonValue[] = [null, true, 0, "", "a", [], {}, [1, 1], { a: "a", b: null }];

test("generated code, interpreter and Ajv agree on random values of random schemas", () => {
  const verdicts = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(components, fc.integer(), (schemas, valueSeed) => {
      const contract = contractOf(schemas);
      const subject = contract.schemas.find(({ name }) => name === "Subject");
      if (subject === undefined) throw new Error("there is no Subject");
      const { schema } = subject;
      const judges = { schema, validator: validatorOf(compileContract(contract), "Subject"), ajv: ajvVerdict(contract.document)(schema.pointer) };
      const words = wordsOf(contract.schemaAt.values(), anything);
      for (const value of [...anything, ...fc.sample(valuesOf(schema, words), { numRuns: 15, seed: valueSeed })])
        verdicts[agreedIssues(value, judges).length === 0 ? "valid" : "invalid"]++;
    }),
    { numRuns: runs, seed },
  );
  // values that are all of one kind would prove little
  expect(Math.min(verdicts.valid, verdicts.invalid)).toBeGreaterThan(3 * runs);
});
