import { expect, test } from "vitest";
import { followed } from "../../generator/source/followed.js";
import { reachable } from "../../generator/source/reachable.js";
import { schemaConjuncts, schemaLayers } from "../../generator/source/schema-layers.js";
import type { SourceObject, SourceValue } from "../../generator/source/value.js";

const object = (entries: Readonly<Record<string, SourceValue>>): SourceObject => new Map(Object.entries(entries));

const to = (name: string): SourceObject => object({ $ref: `#/${name}` });

test("each is reached once, the first of what comes next with all behind it before the second", () => {
  const next: Readonly<Record<string, readonly string[]>> = { a: ["b", "c"], b: ["d", "a"], c: ["d", "e"] };
  expect(reachable<string>("a", (one) => next[one] ?? [])).toEqual(["a", "b", "d", "c", "e"]);
});

test("a schema that is reached in a great many ways is asked once", () => {
  let asked = 0;
  const next = (level: number): readonly number[] => {
    asked += 1;
    return level === 60 ? [] : [level + 1, level + 1];
  };
  expect(reachable(0, next)).toHaveLength(61);
  expect(asked).toBe(61);
});

test("references are followed to their end, and in circles nowhere", () => {
  const end = object({ type: "string" });
  const root = object({ a: to("b"), b: to("end"), end, circle: to("other"), other: to("circle") });
  expect(followed(to("a"), root)).toBe(end);
  expect(followed(end, root)).toBe(end);
  expect(followed(to("circle"), root)).toBeUndefined();
  expect(followed(to("missing"), root)).toBeUndefined();
});

test("conjuncts are what stands beside a reference, where it leads, and the members of allOf", () => {
  const base = object({ type: "object" });
  const part = object({ required: ["a"] });
  const root = object({ base });
  const schema = object({ $ref: "#/base", allOf: [part, to("base")] });
  expect(schemaConjuncts(schema, root)).toEqual([schema, base, part, to("base")]);
  expect(schemaLayers(object({ allOf: [to("base"), part], anyOf: [part] }), root, ["allOf", "anyOf"]).slice(1)).toEqual([base, part]);
});
