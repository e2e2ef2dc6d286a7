import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { assertionsOf } from "../../../generator/lift/express/assertion-of.js";
import { statedRules } from "../../../generator/lift/express/stated-rules.js";
import { statementText } from "../../../generator/lift/statement.js";
import { readInput } from "../../../generator/read-input.js";
import { readingOf } from "../../../generator/config/reading.js";
import { jsonOf } from "../../../generator/source/json-of.js";
import { child } from "../../../generator/source/pointer.js";
import { toPlain } from "../../../generator/source/to-plain.js";
import type { SourceObject } from "../../../generator/source/value.js";
import { project } from "../../cli/support/project.js";
import { allows, type Value } from "./allows.js";
import { aCase, type Case, fieldSchema, names, object, scopeOf, texts } from "./statements.js";

/** Keywords that OpenAPI 3.0 does not have. */
const later = /"(?:const|if|then|else|dependentRequired|dependentSchemas|unevaluatedProperties|prefixItems|contains)":/;

const valueOf = ({ nullable }: Case): fc.Arbitrary<Value> =>
  fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...texts, ...(nullable.includes(name) ? [null] : []))])), { requiredKeys: [] });

const schemaOf = (one: Case): SourceObject => new Map([["allOf", assertionsOf(one.statement, scopeOf(one), one.version)]]);

test("the keywords accept exactly what the statement allows", () => {
  fc.assert(
    fc.property(
      aCase.chain((one) => fc.tuple(fc.constant(one), fc.array(valueOf(one), { minLength: 20, maxLength: 20 }))),
      ([one, values]) => {
        const schema = schemaOf(one);
        const accepts = new Ajv2020({ strict: false }).compile(toPlain(schema) as object);
        for (const value of values) expect(accepts(value), `${JSON.stringify(value)} by ${jsonOf(schema)}`).toBe(allows(one.statement, value));
      },
    ),
    { numRuns: 400 },
  );
});

test("schemas of OpenAPI 3.0 have none of the later keywords", () => {
  fc.assert(
    fc.property(aCase, (one) => {
      if (one.version === "3.0.3" && one.kind === "object") expect(jsonOf(schemaOf(one))).not.toMatch(later);
    }),
    { numRuns: 300 },
  );
});

/** A description with a schema for each case, and what `generate` would make of them. */
const described = (cases: readonly Case[], version: Case["version"]): string => {
  const properties = (one: Case): SourceObject => object(...names.map((name) => [name, fieldSchema(name, one)] as const));
  const schemas = cases.map((one, index) => [`S${index}`, object(["type", "object"], ["properties", properties(one)], ...schemaOf(one))] as const);
  return jsonOf(object(["openapi", version], ["info", object(["title", "T"], ["version", "1"])], ["paths", object()], ["components", object(["schemas", object(...schemas)])]), "  ");
};

/** Is the statement one that the reader of rules has a rule for? What it has none for is known again by `x-evidence`. */
const isRule = ({ statement }: Case): boolean => {
  switch (statement.kind) {
    case "requires":
      return !statement.any;
    case "when":
      return statement.verdict === "required" && !statement.condition.negated;
    case "atMostOne":
      return statement.groups.every(({ length }) => length === 1);
    // of two fields it is "at most one", which is how findings say it
    case "forbids":
      return statement.others.length > 1;
    default:
      return true;
  }
};

test.each(["3.0.3", "3.1.0"] as const)("in %s, the reader of rules finds the statement again", async (version) => {
  const cases = fc.sample(aCase, { numRuns: 200, seed: 7 }).map((one): Case => ({ ...one, version, kind: "object" }));
  const made = project({ "api.json": described(cases, version) });
  const { contract, diagnostics } = await readInput("api.json", made.folder, readingOf({}));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (contract === undefined) throw new Error("the description was refused");
  const stated = statedRules(contract);
  const lost = cases.flatMap((one, index) => {
    const wanted = statementText(one.statement);
    const found = stated(child("", "components", "schemas", `S${index}`));
    return !isRule(one) || found.has(wanted) ? [] : [`${wanted}  nullable: ${one.nullable.join(" ")}  found: ${[...found].join("; ")}`];
  });
  expect(lost).toEqual([]);
});
