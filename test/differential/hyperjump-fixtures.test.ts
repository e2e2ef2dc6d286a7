import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import type { JsonValue } from "../../generator/code/json-value.js";
import { createCollector } from "../../generator/diagnostics/collector.js";
import { holds } from "../../generator/model/interpret.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import { readSpec } from "../../generator/read-spec.js";
import type { Verdict } from "../support/ajv-verdict.js";
import { compilePlan } from "../support/compile-plan.js";
import { fixturesIn } from "../support/fixture.js";
import { lendFormats } from "../support/hyperjump-formats.js";
import { hyperjumpVerdicts } from "../support/hyperjump-verdict.js";
import { validatorOf } from "../support/load-package.js";
import { judge } from "../support/panel.js";
import { valuesOf } from "../support/values-of.js";
import { wordsOf } from "../support/words.js";

/** A description with values of its own, if it has any. */
interface Description {
  readonly name: string;
  readonly spec: string;
  readonly examples: readonly JsonValue[];
}

const pathOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const ofFixtures = (folder: string): readonly Description[] =>
  fixturesIn(new URL(`../${folder}/`, import.meta.url)).map(({ name, spec, cases }) => ({
    name: `${folder}/${name}`,
    spec,
    examples: cases.map(({ value }) => value),
  }));

const descriptions: readonly Description[] = [
  ...["keywords", "rules"].flatMap(ofFixtures),
  ...["pigello-accounts", "taxfiling-accounts"].map((name) => ({ name, spec: pathOf(`spec/${name}.yaml`), examples: [] })),
];

/** Why Hyperjump decides otherwise. */
const differences: Readonly<Record<string, string>> = {
  "keywords/dependencies": "`dependencies` is a keyword of older drafts, and none of 2020-12; we take it where descriptions still have it.",
  "keywords/discriminator":
    "JSON Schema knows no discriminator, which picks a member of a union; without it a parent and its children include each other.",
  "keywords/multiple-of": "Hyperjump 1.18 takes every remainder below 1.2e-7 for rounding, but not that of a negative number.",
  "keywords/pattern-not-unicode": "Hyperjump refuses a pattern that only compiles without the flag `u`.",
  "keywords/read-and-write": "JSON Schema knows no directions.",
  "keywords/read-only": "JSON Schema knows no directions.",
};

beforeAll(lendFormats);

/** Hyperjump's verdicts on what stands in the file, which none of our readers has touched. */
const verdictsOn = async (spec: string, pointers: readonly string[]): Promise<(pointer: string) => Verdict> => {
  const fragmentOf = (pointer: string): string => `#${encodeURI(pointer)}`;
  const document = parse(readFileSync(spec, "utf8")) as JsonValue & { readonly openapi: string };
  const dialect = document.openapi.startsWith("3.0") ? "OpenAPI 3.0" : "2020-12";
  const verdicts = await hyperjumpVerdicts(document, dialect, pointers.map(fragmentOf)).catch((error: unknown) => String(error));
  return (pointer) => (value) => {
    const verdict = typeof verdicts === "string" ? verdicts : verdicts.get(fragmentOf(pointer));
    if (typeof verdict !== "function") throw new Error(`${pointer} was not compiled: ${verdict ?? "it is not there"}`);
    return verdict(value);
  };
};

/** Values of each component, with all that somebody else says of them. */
const faultsOf = async ({ spec, examples }: Description): Promise<{ readonly values: number; readonly faults: readonly string[] }> => {
  const { contract } = readSpec(spec, process.cwd());
  if (contract === undefined) throw new Error(`${spec} has errors`);
  const plan = makePlan(contract, "fixture", createCollector().report);
  const exports = compilePlan(plan);
  const components = plan.schemas.filter(({ component }) => component !== undefined);
  const hyperjump = await verdictsOn(
    spec,
    components.map(({ schema }) => schema.pointer),
  );
  const words = wordsOf(contract.schemaAt.values(), examples);
  const judged = components.flatMap(({ schema, names }) => {
    const { is, validate } = validatorOf(exports, names.type);
    const interpreter = (value: JsonValue): boolean => holds(schema, value);
    const panel = { is, validate, interpreter, others: { Hyperjump: hyperjump(schema.pointer) } };
    const values = [...examples, ...fc.sample(valuesOf(schema, words), { numRuns: 60, seed: 1 })];
    return values.map((value) => judge(value, panel).faults.map((fault) => `${schema.pointer} ${fault}: ${JSON.stringify(value)}`));
  });
  return { values: judged.length, faults: judged.flat() };
};

test.each(descriptions)("Hyperjump decides like generated code about $name", async (description) => {
  const { values, faults } = await faultsOf(description);
  expect(values).toBeGreaterThan(50);
  if (differences[description.name] === undefined) expect(faults).toEqual([]);
  // what is listed must still be so
  else expect(faults).not.toEqual([]);
});
