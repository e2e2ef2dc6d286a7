import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { choices } from "../../templates/client/wire/representation.js";
import { parseConfig } from "../../generator/config/parse-config.js";
import { readingKeys } from "../../generator/config/reading.js";
import { levels } from "../../generator/diagnostics/levels.js";
import { dialects } from "../../generator/filters/index.js";
import { formatters } from "../../generator/print/formatters.js";

const schema: object = JSON.parse(readFileSync(new URL("../../generator/schemas/config.schema.json", import.meta.url), "utf8"));

const isValid = new Ajv2020().compile(schema);

const isParsed = (config: unknown): boolean => "config" in parseConfig(config);

const api = (members: object): unknown => ({ apis: { books: { input: "books.yaml", ...members } } });

/** The options that a message of the parser names. */
const optionsIn = (config: unknown): readonly string[] => {
  const parsed = parseConfig(config);
  return "config" in parsed ? [] : parsed.problems.flatMap((problem) => / has no option "qqqqqqqq"; there are (.*)$/.exec(problem)?.[1]?.split(", ") ?? []);
};

/** A value of each option that there is, and others of it that are none. */
const values: Readonly<Record<string, readonly [right: readonly unknown[], wrong: readonly unknown[]]>> = {
  overlays: [[[], ["a.yaml"]], ["a.yaml", [""]]],
  only: [[["pets"]], [[], "pets"]],
  out: [["src/api"], [""]],
  dates: [choices.dates, ["date"]],
  int64: [choices.int64, ["BigInt"]],
  decimals: [choices.decimals, ["Decimal"]],
  names: [[{}, { schemas: { pet: "Animal" }, operations: { "list-pets": "pets" } }], [{ schema: {} }, { schemas: { pet: "2" } }]],
  packageJson: [
    [{}, { license: "MIT", repository: { type: "git", url: "git+https://example.org/a.git" }, publishConfig: { provenance: true }, scripts: { prepublishOnly: "" } }],
    [[], { name: "a" }, { version: "1.0.0" }, { scripts: { test: 1 } }, { scripts: ["x"] }],
  ],
  emitters: [[[], ["a.ts", { module: "a.ts", export: "own", options: [1] }]], ["a.ts", [""], [{ export: "own" }], [{ module: "a.ts", export: "a-b" }], [{ module: "a.ts", file: "b.ts" }], [1]]],
  filterDialect: [[false, ...Object.keys(dialects)], [true, "rails"]],
  diagnostics: [levels.filter((level) => level !== "off").map((level) => ({ "format-unknown": level })), [{ "format-unknown": "none" }]],
  allowOutside: [[true], ["yes"]],
  allowRemote: [[false], [1]],
  maxSize: [[0.5, 100], [0, "1"]],
  remotes: [[{}, { "https://example.org/schemas/": "vendor" }], [["vendor"], { "https://example.org/": 1 }]],
};

const ofAll: typeof values = {
  formats: [[{ org: { module: "a.ts", export: "isOrg", appliesTo: "string", phrase: "a number" } }], [{ org: { module: "a.ts" } }, { org: { module: "a.ts", export: "a-b" } }]],
  format: [formatters, ["Prettier"]],
  packageJson: [[{ license: "MIT" }], ["MIT", { files: [] }]],
  strict: [[true], ["yes"]],
  ...(values["emitters"] === undefined ? {} : { emitters: values["emitters"] }),
  ...Object.fromEntries(readingKeys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]]))),
};

describe("the schema for editors and the parser", () => {
  test("are tried with every option that there is", () => {
    expect(optionsIn(api({ qqqqqqqq: 1 })).toSorted()).toEqual(["input", ...Object.keys(values)].sort());
    expect(optionsIn({ apis: { books: { input: "a" } }, qqqqqqqq: 1 }).toSorted()).toEqual(["apis", "$schema", ...Object.keys(ofAll)].sort());
  });

  const cases = [
    ...Object.entries(values).map(([key, tried]) => [`apis.${key}`, (value: unknown) => api({ [key]: value }), ...tried] as const),
    ...Object.entries(ofAll).map(([key, tried]) => [key, (value: unknown) => ({ apis: { books: { input: "a" } }, [key]: value }), ...tried] as const),
  ];

  test.each(cases)("agree on %s", (_, config, right, wrong) => {
    for (const value of right) expect([value, isParsed(config(value)), isValid(config(value))]).toEqual([value, true, true]);
    for (const value of wrong) expect([value, isParsed(config(value)), isValid(config(value))]).toEqual([value, false, false]);
  });
});
