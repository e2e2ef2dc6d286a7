import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../generator/code/json-value.js";
import { compareSurfaces } from "../../generator/compare/compare-surfaces.js";
import { surfaceOf } from "../../generator/surface-of.js";
import { parseSurface } from "../../generator/surface/parse-surface.js";
import { surfaceText } from "../../generator/surface/surface-text.js";
import { contractOf } from "../compare/support/versions.js";

const { surface, text } = (() => {
  const properties = { a: { type: "string" }, b: { type: "integer" }, c: { type: "integer" }, list: { type: "array", items: { type: "object", properties: { id: { type: "string" } } }, "x-unique-by": ["id"] } };
  const rules = [
    { anyOf: [{ required: ["a"] }, { required: ["b"] }] },
    { not: { required: ["a", "c"] } },
    { dependentRequired: { b: ["c"] } },
    { if: { properties: { a: { const: "x" } }, required: ["a"] }, then: { required: ["b"] } },
  ];
  const contract = contractOf({
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    paths: {},
    components: { schemas: { Thing: { type: "object", properties, allOf: rules, "x-field-order": [["b", "c"]] } } },
  });
  const made = { ...surfaceOf(contract), emitted: [{ subpath: ".", values: ["one"], types: ["One"] }] };
  return { surface: made, text: surfaceText(made) };
})();

/** Every value in it, as a way of members. */
const waysIn = (value: JsonValue): readonly (readonly string[])[] =>
  typeof value === "object" && value !== null ? [[], ...Object.entries(value).flatMap(([name, member]) => waysIn(member as JsonValue).map((way) => [name, ...way]))] : [[]];

/** JSON leaves out members that are undefined. */
const withAnother = (value: unknown, [name, ...way]: readonly string[], other: JsonValue | undefined): unknown => {
  if (name === undefined) return other;
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => (String(index) === name ? (withAnother(item, way, other) ?? []) : [item]));
  return Object.fromEntries(Object.entries(value as object).map(([key, member]: [string, unknown]) => [key, key === name ? withAnother(member, way, other) : member]));
};

const fate = (made: string): "refused" | "compared" => {
  const read = parseSurface(made);
  if ("problem" in read) return "refused";
  for (const [old, now] of [[read, surface] as const, [surface, read] as const]) compareSurfaces(old, now);
  return "compared";
};

describe("whatever stands in a surface, it is refused or compared", () => {
  const whole = JSON.parse(text) as JsonValue;
  const ways = waysIn(whole).filter((way) => way.length > 0);

  test.each([["nothing", undefined], ["null", null], ["a number", 7], ["a text", "constructor"], ["a list", [[]]], ["an object", { kind: "when" }]] satisfies (readonly [string, JsonValue | undefined])[])("%s in place of any of its values", (_, other) => {
    const fates = ways.map((way) => fate(JSON.stringify(withAnother(whole, way, other))));
    expect(fates).toContain("refused");
  });

  test("one that does not say what emitters add, as older versions wrote it, is read", () => {
    const { emitted: _, ...older } = surface;
    expect(parseSurface(surfaceText(older))).toEqual(older);
  });

  test("the rules of it are of many kinds", () => {
    expect(new Set([...text.matchAll(/"kind":"(\w+)"/g)].map(([, kind]) => kind)).size).toBeGreaterThan(4);
  });

  test("deeper than any description", () => {
    const deep = `${'{"allOf":['.repeat(20_000)}{"type":["string"]}${"]}".repeat(20_000)}`;
    expect(fate(text.replace('"shape":{', `"shape":{"not":${deep},`))).toBe("refused");
    const value = "[".repeat(20_000) + "]".repeat(20_000);
    expect(fate(text.replace('"shape":{', `"shape":{"enum":[${value}],`))).toBe("refused");
  });
});
