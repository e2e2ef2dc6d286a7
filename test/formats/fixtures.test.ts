import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formats, isFormatName } from "../../generator/formats/index.js";
import { fixtureNames, formatNames, readCases } from "./support/cases.js";

const templates = new URL("../../templates/", import.meta.url);

const names = Object.keys(formats).sort();

describe("the registry", () => {
  test("has a template and a fixture for each format, and no further ones", () => {
    expect(readdirSync(new URL("formats/", templates)).sort()).toEqual(names.map((name) => `${name}.ts`).sort());
    expect(fixtureNames.toSorted()).toEqual(names);
  });

  test.each(formatNames)("tells the module of %s and the one thing that it exports", async (name) => {
    const format = formats[name];
    const module = (await import(new URL(`${format.module}.ts`, templates).href)) as Record<string, unknown>;
    expect(format.name).toBe(name);
    expect(Object.keys(module)).toEqual([format.export]);
    expect(format.description).toMatch(/^[A-Z].*[.)]$/);
  });

  test("knows no name of Object.prototype", () => {
    expect(["constructor", "toString", "__proto__", "hasOwnProperty"].filter(isFormatName)).toEqual([]);
  });
});

describe.each(formatNames)("%s", (name) => {
  const { appliesTo, asserts, check } = formats[name];
  const { valid, invalid } = readCases(name);

  test.each(valid)("accepts %j", (value) => expect(check(value)).toBe(true));

  test.each(invalid)("refuses %j", (value) => expect(check(value)).toBe(false));

  test("has cases of its own type, and refuses nothing where it annotates only", () => {
    expect([...valid, ...invalid].every((value) => typeof value === appliesTo)).toBe(true);
    expect(asserts || invalid.length === 0).toBe(true);
  });

  test("holds for values of other types", () => {
    const others = [null, true, [], {}, undefined, appliesTo === "string" ? 0.5 : "x"];
    expect(others.every(check)).toBe(true);
  });
});

test("formats of numbers refuse what is no number of JSON", () => {
  const numbers = formatNames.map((name) => formats[name]).filter(({ appliesTo }) => appliesTo === "number");
  for (const { check } of numbers) expect([NaN, Infinity, -Infinity].some(check)).toBe(false);
  for (const { check } of numbers) expect(check(-0)).toBe(true);
});
