import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { JsonValue } from "../../generator/code/json-value.js";
import type { Contract } from "../../generator/model/contract.js";
import { readSpec } from "../../generator/read-spec.js";
import { plainKinds } from "../../generator/rules/plain.js";
import { compileStrict } from "../support/compile-strict.js";
import { describedSchema } from "../support/described-schema.js";
import { fixturesIn } from "../support/fixture.js";
import { contractOf, type SchemaTexts } from "../support/read-schemas.js";
import { reasons, shares, valueCodes } from "../support/said-by-types.js";
import { partlySaid } from "../support/type-holds.js";
import { type Described, judgeTypes, type JudgedSample } from "../support/type-samples.js";

/** By fixture: why its types are narrower or wider than its validators. The words stand in docs/types-and-validators.md. */
const narrower: Readonly<Record<string, string>> = {
  "keywords/dependent-required": "untyped",
  "keywords/inherited-components": "inherited",
  "keywords/inherited-names": "further",
  "keywords/prefix-items": "tuples",
  "keywords/properties": "untyped",
  "keywords/read-and-write": "directions",
  "keywords/recursion-through-lists": "tuples",
  "keywords/unevaluated-items": "tuples",
  "rules/inherited-names": "inherited",
  "rules/not-a-rule/any-value-any-of": "untyped",
  "rules/variants": "variants",
  "rules/variants-beside-fields": "variants",
  "rules/variants-of-references": "variants",
};

const wider: Readonly<Record<string, string>> = {
  "keywords/discriminator": "discriminator",
  "keywords/enum-of-other-types": "listed",
  "keywords/items": "falseItems",
  "keywords/nullable-references": "listed",
  "rules/exactly-one-of-eight-pairs": "budget",
  "rules/over-budget": "budget",
};

/** Schemas whose types once took more than they should, and values that they took. */
const found: SchemaTexts = {
  EachMemberRuled: { type: "object", properties: { a: { type: "object", properties: { b: {}, c: {} }, not: { required: ["b", "c"] } } } },
  MapOfRuled: { type: "object", additionalProperties: { type: "object", properties: { b: {}, c: {} }, dependentRequired: { b: ["c"] } } },
};

const taken: readonly JsonValue[] = [42, "text", [], [{}], { a: { b: 1 } }];

const contractIn = (spec: string): Contract => {
  const { contract } = readSpec(spec, process.cwd());
  if (contract === undefined) throw new Error(`${spec} has errors`);
  return contract;
};

const fixtures = ["keywords", "rules"].flatMap((folder) =>
  fixturesIn(new URL(`../${folder}/`, import.meta.url)).map(({ name, spec, cases }) => ({
    name: `${folder}/${name}`,
    spec,
    examples: cases.map(({ value }) => value),
  })),
);

const apis = ["pigello-accounts", "taxfiling-accounts"];

const specOf = (name: string): string => fileURLToPath(new URL(`../../spec/${name}.yaml`, import.meta.url));

/** What random schemas refer to. */
const components = {
  Leaf: { type: "object", required: ["a"], properties: { a: { type: "string" }, b: { type: ["integer", "null"] } } },
  Text: { type: "string", enum: ["a", "b"] },
  List: { type: "array", items: { type: "integer" } },
};

/** The same on every run; RANDOM_SEED looks at others. */
const seed = Number(process.env["RANDOM_SEED"] ?? 2012);

const random = (): Contract => {
  const schemas = fc.sample(describedSchema(2, Object.keys(components)), { numRuns: 60, seed });
  return contractOf({ ...components, ...found, ...Object.fromEntries(schemas.map((schema, index) => [`Random${index}`, schema])) });
};

const described = (): readonly Described[] => [
  ...fixtures.map(({ name, spec, examples }) => ({ name, contract: contractIn(spec), examples, values: 20 })),
  ...apis.map((name) => ({ name, contract: contractIn(specOf(name)), examples: [], values: 40 })),
  { name: "random", contract: random(), examples: taken, values: 20 },
];

const isValid = ({ codes }: JudgedSample): boolean => codes.length === 0;

const shown = ({ pointer, value, codes, message }: JudgedSample): string =>
  `${pointer} ${JSON.stringify(value)} ${codes.join(", ")} ${message ?? ""}`;

let all: readonly JudgedSample[] = [];

beforeAll(async () => {
  all = await judgeTypes(described());
});

describe.each([...fixtures.map(({ name }) => name), ...apis, "random"])("%s", (name) => {
  const samples = (): readonly JudgedSample[] => all.filter((sample) => sample.of === name);

  test(`the types take what is valid${narrower[name] === undefined ? "" : `, but for ${narrower[name]}`}`, () => {
    const refused = samples()
      .filter((sample) => isValid(sample) && sample.message !== undefined)
      .map(shown);
    if (narrower[name] === undefined) expect(refused).toEqual([]);
    // what is listed must still be so
    else expect(refused).not.toEqual([]);
  });

  test(`what the types take breaks nothing that types say${wider[name] === undefined ? "" : `, but for ${wider[name]}`}`, () => {
    const broken = samples()
      .filter(({ message, saidAtLeast }) => message === undefined && !saidAtLeast)
      .map(shown);
    if (wider[name] === undefined) expect(broken).toEqual([]);
    else expect(broken).not.toEqual([]);
  });
});

test.each(apis)("%s: what its types take has issues only of codes that the table leaves to validators", (name) => {
  const invalid = all.filter((sample) => sample.of === name && sample.message === undefined && !isValid(sample));
  expect(invalid.length).toBeGreaterThan(20);
  expect(invalid.filter(({ codes }) => codes.some((code) => shares.get(code) === "yes")).map(shown)).toEqual([]);
});

test("there are enough values of each kind", () => {
  const count = (wanted: (sample: JudgedSample) => boolean): number => all.filter(wanted).length;
  expect(count((sample) => isValid(sample) && sample.message === undefined)).toBeGreaterThan(1500);
  expect(count((sample) => !isValid(sample) && sample.message !== undefined)).toBeGreaterThan(1500);
  expect(count((sample) => !isValid(sample) && sample.message === undefined)).toBeGreaterThan(500);
  // what is valid is valid as far as types say, and TypeScript hardly ever looks away
  expect(all.filter((sample) => isValid(sample) && !sample.said).map(shown)).toEqual([]);
  expect(count(({ message, said, saidAtLeast }) => message === undefined && saidAtLeast && !said)).toBeLessThan(20);
});

describe("docs/types-and-validators.md", () => {
  test("has a row for each code of a value, and says which of them are said in part", () => {
    expect([...shares.keys()].sort()).toEqual([...valueCodes].sort());
    const inPart = [...shares].filter(([, share]) => share === "partly").map(([code]) => code);
    expect(inPart.sort()).toEqual([...partlySaid, ...Object.keys(plainKinds)].sort());
  });

  test("has the reasons that are given here, and no others", () => {
    const given = (list: Readonly<Record<string, string>>): readonly string[] => Object.values(list);
    const used = new Set([...given(narrower), ...given(wider), "strangers"]);
    expect([...reasons.keys()].sort()).toEqual([...used].sort());
    for (const [word, list] of [
      ["narrower", narrower],
      ["wider", wider],
    ] as const)
      expect(given(list).filter((reason) => reasons.get(reason)?.includes(word) !== true)).toEqual([]);
  });

  test("is right about strangers", () => {
    const files = new Map([["/strangers.ts", "export const value: { a?: string } = null! as { b: 1 };"]]);
    expect(compileStrict(files).map(({ text }) => text.slice(0, 6))).toEqual(["TS2559"]);
  });
});
