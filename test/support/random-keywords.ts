import fc from "fast-check";
import type { JsonValue } from "../../generator/code/json-value.js";

/** A schema, or any other JSON in the making. */
export type Json = fc.Arbitrary<JsonValue>;

/** A schema object. */
export type Members = Readonly<Record<string, JsonValue>>;

/** What a keyword may be given, by its name. */
export type Keywords = Readonly<Record<string, Json>>;

/** Few names, so that keywords meet; one that every object inherits. */
export const names = ["a", "b", "c", "constructor"];

/** One of them. */
export const name = fc.constantFrom(...names);
const someNames = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
const small = fc.nat(3);
const limit = fc.integer({ min: -3, max: 3 });
const types = ["null", "boolean", "object", "array", "number", "string", "integer"];

const scalar: Json = fc.constantFrom<JsonValue[]>(null, true, false, 0, 1, 2, 1.5, "", "a", "b", "2026-01-01");
/** A value, of which enumerations are made. */
export const value: Json = fc.oneof(
  { arbitrary: scalar, weight: 4 },
  fc.array(scalar, { maxLength: 2 }),
  fc.dictionary(name, scalar, { maxKeys: 2, noNullPrototype: true }),
);

/** Some of the keywords, each now and then. */
export const someOf = (keywords: Keywords): fc.Arbitrary<Members> =>
  // a key is left out, never undefined
  fc.record({ ...keywords }, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<Members>;

/** One or two of the keywords. */
export const fewOf = (keywords: Keywords): fc.Arbitrary<Members> =>
  fc.uniqueArray(fc.constantFrom(...Object.keys(keywords)), { minLength: 1, maxLength: 2 }).chain((keys) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, keywords[key] ?? fc.constant(null)])), { noNullPrototype: true }),
  );

/** Keywords about strings. */
export const strings: Keywords = {
  minLength: small,
  maxLength: small,
  pattern: fc.constantFrom("^a", "b$", "^[ab]*$", "\\d"),
  format: fc.constantFrom("date", "uuid", "decimal", "unknown-format"),
};

/** Keywords about numbers. */
export const numbers: Keywords = {
  minimum: limit,
  maximum: limit,
  exclusiveMinimum: limit,
  exclusiveMaximum: limit,
  multipleOf: fc.constantFrom(1, 2, 0.5),
};

/** Keywords about lists, whose items have a schema. */
export const arrays = (schema: Json): Keywords => ({
  items: schema,
  prefixItems: fc.array(schema, { minLength: 1, maxLength: 2 }),
  contains: schema,
  minContains: fc.nat(2),
  maxContains: fc.nat(2),
  minItems: fc.nat(2),
  maxItems: small,
  uniqueItems: fc.boolean(),
});

/** Objects with few keys. */
export const maps = (key: Json, schema: Json): Json =>
  fc.dictionary(key as fc.Arbitrary<string>, schema, { minKeys: 1, maxKeys: 3, noNullPrototype: true });

/** Keywords about objects, whose members have a schema. */
export const objects = (schema: Json): Keywords => ({
  properties: maps(name, schema),
  required: someNames,
  additionalProperties: schema,
  patternProperties: maps(fc.constantFrom("^a", "b", "^c$"), schema),
  propertyNames: fc.oneof(someOf(strings), fc.constant({ enum: names.slice(0, 2) }), schema),
  minProperties: fc.nat(2),
  maxProperties: small,
  dependentRequired: maps(name, someNames),
  dependentSchemas: maps(name, schema),
});

/** `{ required: [a] }`, with a type that excludes null now and then: what branches of rules look like. */
const branch: Json = fc.tuple(someNames, fc.option(fc.constantFrom("string", "integer"), { freq: 2 }), fc.boolean()).map(([required, type, typed]) => ({
  required,
  ...(type === null ? {} : { properties: { [required[0] ?? "a"]: { type } } }),
  ...(typed ? { type: "object" } : {}),
}));

const branches = fc.array(branch, { minLength: 1, maxLength: 3 });

const forbidding: Json = fc.oneof(
  branch,
  branches.map((anyOf) => ({ anyOf })),
);

const exclusive: Json = fc.tuple(branch, forbidding, fc.boolean()).map(([own, not, alone]) => (alone ? { not } : { ...(own as Members), not }));

const condition: Json = fc
  .tuple(name, fc.oneof(scalar.map((one): Members => ({ const: one })), fc.array(scalar, { minLength: 1, maxLength: 2 }).map((list): Members => ({ enum: list }))), fc.boolean())
  .map(([field, guard, required]) => ({ properties: { [field]: guard }, ...(required ? { required: [field] } : {}) }));

/** Keywords in the forms that are read as rules, and in forms that only look like it. */
const rules: Keywords = {
  anyOf: fc.oneof(branches, fc.array(exclusive, { minLength: 2, maxLength: 3 })),
  oneOf: fc.oneof(branches, fc.array(exclusive, { minLength: 2, maxLength: 3 }), fc.tuple(branch, branch, exclusive).map((list) => [...list])),
  not: forbidding,
  dependentRequired: maps(name, someNames),
  dependentSchemas: maps(name, fc.oneof(branch, forbidding.map((not) => ({ not })), name.map((field) => ({ properties: { [field]: false } })))),
  if: condition,
  then: fc.oneof(branch, branches.map((oneOf) => ({ oneOf }))),
  else: branch,
};

const field: Json = fc.constantFrom<JsonValue[]>({ type: "string" }, { type: ["string", "null"] }, { type: ["integer", "null"] }, {});

const fields = someOf(Object.fromEntries(names.map((one) => [one, field])));

/** An object, or what may be one, with fields and rules. */
export const ruled: Json = fc
  .tuple(
    fc.constantFrom<Members[]>({ type: "object" }, { type: "object" }, { type: ["object", "null"] }, {}),
    fields,
    fewOf(rules),
    fc.array(fewOf(rules), { maxLength: 2 }),
    fc.constantFrom<Members[]>({}, { additionalProperties: false }, { minProperties: 1, additionalProperties: false }),
  )
  .map(([type, properties, own, allOf, closed]) => ({ ...type, properties, ...closed, ...own, ...(allOf.length === 0 ? {} : { allOf }) }));

/** Keywords that combine schemas, or list values. */
export const combined = (schema: Json): Keywords => {
  const list = fc.array(schema, { minLength: 1, maxLength: 3 });
  return { allOf: list, anyOf: list, oneOf: list, not: schema, if: schema, then: schema, else: schema, enum: fc.array(value, { minLength: 1, maxLength: 4 }), const: value };
};

/** What `type` may be. */
export const type = fc.oneof(fc.constantFrom(...types), fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }));
