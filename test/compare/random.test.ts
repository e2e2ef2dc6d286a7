import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../generator/code/json-value.js";
import type { Change } from "../../generator/compare/change.js";
import { compareSurfaces } from "../../generator/compare/compare-surfaces.js";
import { holds } from "../../generator/model/interpret.js";
import type { Schema } from "../../generator/model/schema.js";
import { surfaceOf } from "../../generator/surface-of.js";
import { contractOf } from "./support/versions.js";

type Members = Readonly<Record<string, JsonValue>>;

const names = ["a", "b", "c"];

const text: fc.Arbitrary<Members> = fc.record(
  { type: fc.constant("string"), maxLength: fc.integer({ min: 1, max: 4 }), minLength: fc.integer({ min: 0, max: 2 }), pattern: fc.constantFrom("^[a-z]*$", "^x"), format: fc.constantFrom("date", "email") },
  { requiredKeys: ["type"] },
);

const number: fc.Arbitrary<Members> = fc.record(
  { type: fc.constantFrom("number", "integer"), minimum: fc.integer({ min: 0, max: 2 }), exclusiveMaximum: fc.integer({ min: 2, max: 5 }), multipleOf: fc.constantFrom(1, 2) },
  { requiredKeys: ["type"] },
);

const listed: fc.Arbitrary<Members> = fc.uniqueArray(fc.constantFrom<JsonValue>("a", "b", "long", 1, 2, true, null), { minLength: 1, maxLength: 4 }).map((values) => ({ enum: values }));

const several: fc.Arbitrary<Members> = fc.uniqueArray(fc.constantFrom("string", "integer", "number", "boolean", "null"), { minLength: 1, maxLength: 3 }).map((type) => ({ type }));

const { schema } = fc.letrec<{ schema: Members; object: Members; list: Members; union: Members; combined: Members }>((tie) => ({
  // objects that take other fields as well are right by whoever sends these, which no type lets anybody do
  object: fc
    .record({ properties: fc.dictionary(fc.constantFrom(...names), tie("schema"), { minKeys: 1, maxKeys: 3, noNullPrototype: true }), required: fc.subarray(names), rule: fc.constantFrom("none", "anyOf", "oneOf") })
    .map(({ properties, required, rule }) => {
      const own = Object.keys(properties);
      const rules: Members = rule === "none" || own.length < 2 ? {} : { [rule]: own.map((name) => ({ required: [name] })) };
      return { type: "object", properties, required: required.filter((name) => own.includes(name)), additionalProperties: false, ...rules };
    }),
  list: fc.record({ type: fc.constant("array"), items: tie("schema"), maxItems: fc.integer({ min: 0, max: 2 }), uniqueItems: fc.boolean() }, { requiredKeys: ["type", "items"] }),
  union: fc.record({ keyword: fc.constantFrom("anyOf", "oneOf"), members: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }).map(({ keyword, members }) => ({ [keyword]: members })),
  combined: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }).map((allOf) => ({ allOf })),
  schema: fc.oneof({ depthSize: "small", maxDepth: 3, withCrossShrink: true }, text, number, listed, several, fc.constant<Members>({ $ref: "#/components/schemas/Part" }), tie("object"), tie("list"), tie("union"), tie("combined")),
}));

/** Usually one that is near to the other: what somebody changes is a detail. */
const mutated = (value: JsonValue): fc.Arbitrary<JsonValue> => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return fc.constant(value);
  const keys = Object.keys(value);
  const inner = keys.map((key) => {
    const member = (value as Members)[key] ?? null;
    if (key === "properties") return mutatedMembers(member as Members).map((made) => ({ ...value, [key]: made }));
    if (key === "items") return mutated(member).map((made) => ({ ...value, [key]: made }));
    if ((key === "anyOf" || key === "oneOf" || key === "allOf") && Array.isArray(member)) return fc.tuple(...member.map((one) => fc.oneof(fc.constant(one), mutated(one)))).map((made) => ({ ...value, [key]: made }));
    if (typeof member === "number") return fc.constantFrom(member + 1, member).map((made) => ({ ...value, [key]: Math.max(made, 0) }));
    if (key === "required" || key === "enum") return fc.subarray(member as JsonValue[], key === "enum" ? { minLength: 1 } : {}).map((made) => ({ ...value, [key]: made }));
    return fc.constant(value);
  });
  return fc.oneof({ weight: 3, arbitrary: fc.oneof(...inner) }, { weight: 1, arbitrary: schema as fc.Arbitrary<JsonValue> });
};

const mutatedMembers = (members: Members): fc.Arbitrary<JsonValue> =>
  fc.tuple(...Object.entries(members).map(([name, one]) => fc.tuple(fc.constant(name), fc.oneof(fc.constant(one), mutated(one))))).map((entries) => Object.fromEntries(entries));

const pair = schema.chain((old) => fc.tuple(fc.constant(old), mutated(old)));

const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    fc.constantFrom<JsonValue>(null, true, false, 0, 1, 2, 3, 4, 1.5, "", "a", "b", "x", "xy", "long", "A", "2026-01-01", "a@b.example"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const part: Members = { type: "object", properties: { a: { type: "string" }, b: { $ref: "#/components/schemas/Part" } }, required: ["a"], additionalProperties: false };

const describedBy = (thing: JsonValue, direction: "sent" | "read"): object => {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } };
  const operation = direction === "sent" ? { requestBody: { content }, responses: { "204": { description: "Done." } } } : { responses: { "200": { description: "Read.", content } } };
  return {
    openapi: "3.1.0",
    info: { title: "Random", version: "1.0.0" },
    paths: { "/thing": { post: { operationId: "callThing", ...operation } } },
    components: { schemas: { Thing: thing, Part: part } },
  };
};

interface Read {
  readonly changesTo: (other: Read) => readonly Change[];
  readonly surface: ReturnType<typeof surfaceOf>;
  readonly thing: Schema;
}

const read = (thing: JsonValue, direction: "sent" | "read"): Read => {
  const contract = contractOf(describedBy(thing, direction));
  const surface = surfaceOf(contract);
  const found = contract.schemas.find(({ name }) => name === "Thing");
  if (found === undefined) throw new Error("there is no Thing");
  return { surface, thing: found.schema, changesTo: (other) => compareSurfaces(surface, other.surface) };
};

/** What the other direction of a comparison says instead. */
const opposites: Readonly<Record<string, readonly string[]>> = {
  "field-required-added": ["field-removed"],
  "field-optional-added": ["field-removed"],
  "field-removed": ["field-required-added", "field-optional-added"],
  "field-required": ["field-optional"],
  "field-optional": ["field-required"],
  "type-narrowed": ["type-widened"],
  "type-widened": ["type-narrowed"],
  "enum-closed": ["enum-opened"],
  "enum-opened": ["enum-closed"],
  "limit-tightened": ["limit-loosened"],
  "limit-loosened": ["limit-tightened"],
  "rule-tightened": ["rule-loosened"],
  "rule-loosened": ["rule-tightened"],
  "items-narrowed": ["items-widened"],
  "items-widened": ["items-narrowed"],
  "object-closed": ["object-opened"],
  "object-opened": ["object-closed"],
};

const oppositesOf = (code: string): readonly string[] => {
  if (opposites[code] !== undefined) return opposites[code];
  if (code.endsWith("-added")) return [code.replace(/-added$/, "-removed")];
  return [code.endsWith("-removed") ? code.replace(/-removed$/, "-added") : code];
};

/** Only one direction can say that it could not be shown. */
const isOfOneSide = ({ code }: Change): boolean => code === "union-unproven";

describe("random schemas", () => {
  test("do not differ from themselves", () => {
    fc.assert(fc.property(schema, (thing) => void expect(read(thing, "sent").changesTo(read(thing, "sent"))).toEqual([])), { numRuns: 300 });
  });

  test("differ the other way round by the opposite", () => {
    fc.assert(
      fc.property(pair, ([left, right]) => {
        const [old, now] = [read(left, "sent"), read(right, "sent")];
        const [there, back] = [old.changesTo(now), now.changesTo(old)].map((changes) => changes.filter((change) => !isOfOneSide(change)));
        for (const { code, subject } of there ?? [])
          expect((back ?? []).some((change) => change.subject === subject && oppositesOf(code).includes(change.code)), `${subject} ${code}, and back: ${(back ?? []).map((one) => `${one.subject} ${one.code}`).join(", ")}`).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  test("that break no caller take every value that they took", () => {
    fc.assert(
      fc.property(pair, fc.array(value, { minLength: 20, maxLength: 40 }), ([left, right], values) => {
        const [old, now] = [read(left, "sent"), read(right, "sent")];
        if (old.changesTo(now).some((change) => change.class === "breaking for callers")) return;
        for (const one of values) if (holds(old.thing, one)) expect(holds(now.thing, one), JSON.stringify(one)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test("that break no reader give no value that they did not give", () => {
    fc.assert(
      fc.property(pair, fc.array(value, { minLength: 20, maxLength: 40 }), ([left, right], values) => {
        const [old, now] = [read(left, "read"), read(right, "read")];
        const changes = old.changesTo(now);
        // a field that is new comes, and nobody reads it
        if (changes.some((change) => change.class === "breaking for readers" || change.code.startsWith("field-"))) return;
        for (const one of values) if (holds(now.thing, one)) expect(holds(old.thing, one), JSON.stringify(one)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
