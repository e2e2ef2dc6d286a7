import { existsSync, readdirSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { sieve } from "../../generator/openapi-typescript/sieve.js";
import { compile } from "../types/support/compilers.js";

const folder = new URL("../rules/", import.meta.url);

const fixtures = readdirSync(folder, { withFileTypes: true }).flatMap(({ name }) => (existsSync(new URL(`${name}/spec.yaml`, folder)) ? [name] : []));

/** Types compare no values and no items, nor do they say what a missing field brings about; others are past the budget, or told apart already. */
const withoutTypes: ReadonlySet<string> = new Set([
  ...["ascending", "unique-by", "unique-by-several", "when-else", "when-absent-meets"],
  ...["exactly-one-of-eight-pairs", "over-budget", "variants-told-apart"],
]);

describe("the fixtures of all kinds of rules", () => {
  const texts = new Map<string, string>();

  beforeAll(async () => {
    for (const name of fixtures)
      texts.set(name, astToString(await openapiTS(new URL(`${name}/spec.yaml`, folder), sieve({ rules: "all", silent: true }))));
  });

  test.each(fixtures)("%s", (name) => {
    // a sentence is a key with blanks in it, of which there is no value
    expect(/"[^"\n]* (?:[^"\\\n]|\\.)*": never;/.test(texts.get(name) ?? "")).toBe(!withoutTypes.has(name));
  });

  test("compile", async () => {
    expect(await compile("7.0", Object.fromEntries([...texts].map(([name, text]) => [`${name}.ts`, text])))).toBe("");
  });
});
