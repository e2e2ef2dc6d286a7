import fc from "fast-check";
import type { Json, Members } from "./random-keywords.js";

const names = ["a", "b", "c", "d"];

const someNames = (from: readonly string[]): fc.Arbitrary<readonly string[]> => fc.subarray([...from]);

/** Now and then with one of the keywords that types cannot say. */
const limited = (schema: Members, ...limits: readonly Members[]): Json =>
  fc.option(fc.constantFrom(...limits), { freq: 2 }).map((limit) => ({ ...schema, ...limit }));

const scalar: Json = fc.oneof(
  limited({ type: "string" }, { minLength: 2 }, { maxLength: 3 }, { pattern: "^a" }, { format: "date" }),
  limited({ type: "integer" }, { minimum: 0 }, { exclusiveMaximum: 3 }, { multipleOf: 2 }, { format: "int32" }),
  limited({ type: "number" }, { maximum: 2.5 }),
  fc.constantFrom<Members[]>(
    { type: "boolean" },
    { type: ["string", "null"] },
    { type: ["integer", "null"] },
    { type: ["string", "integer"] },
  ),
  fc.constantFrom<Members[]>(
    { type: "string", enum: ["a", "b"] },
    { type: "integer", enum: [1, 2] },
    { type: ["string", "null"], enum: ["a", null] },
    { const: "a" },
    { const: 1 },
    { const: null },
  ),
);

const objectOf = (member: Json, own: readonly string[] = names): Json =>
  fc
    .tuple(
      fc.dictionary(fc.constantFrom(...own), member, { minKeys: 1, maxKeys: own.length, noNullPrototype: true }),
      fc.boolean(),
      fc.constantFrom("object", "object", "null"),
    )
    .chain(([properties, closed, type]) =>
      someNames(Object.keys(properties)).map((required) => ({
        type: type === "null" ? ["object", "null"] : "object",
        properties,
        ...(required.length === 0 ? {} : { required }),
        ...(closed ? { additionalProperties: false } : {}),
      })),
    );

/** A rule in one of the forms that are read as such. */
const rule: fc.Arbitrary<Members> = fc
  .shuffledSubarray(names, { minLength: 3, maxLength: 3 })
  .chain(([x = "a", y = "b", z = "c"]) =>
    fc.constantFrom<Members[]>(
      { anyOf: [{ required: [x] }, { required: [y] }, { required: [z] }] },
      { anyOf: [{ required: [x, y] }, { required: [z], properties: { [z]: { type: "string" } } }] },
      { oneOf: [{ required: [x] }, { required: [y] }] },
      { not: { required: [x, y] } },
      { dependentRequired: { [x]: [y, z] } },
      { dependentSchemas: { [x]: { properties: { [y]: false } } } },
      { if: { properties: { [x]: { const: "a" } }, required: [x] }, then: { required: [y] } },
      { if: { properties: { [x]: { const: 1 } } }, then: { required: [y] }, else: { required: [z] } },
    ),
  );

/** An object with described fields, and rules between some of them. */
const ruledOf = (member: Json): Json =>
  fc.tuple(fc.array(member, { minLength: 4, maxLength: 4 }), rule, fc.option(rule)).map(([members, own, further]) => ({
    type: "object",
    properties: Object.fromEntries(names.map((name, index) => [name, members[index] ?? true])),
    ...own,
    ...(further === null ? {} : { allOf: [further] }),
  }));

/** A schema as descriptions have them: each says what its values are, and maybe more. `references` name components. */
export const describedSchema = (depth: number, references: readonly string[]): Json => {
  const reference = references.map((one): Json => fc.constant({ $ref: `#/components/schemas/${one}` }));
  if (depth === 0) return fc.oneof({ arbitrary: scalar, weight: 4 }, ...reference);
  const inner = describedSchema(depth - 1, references);
  const forms = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { arbitrary: describedSchema(depth - 1, references), weight: 2 },
    { arbitrary: objectOf(inner), weight: 4 },
    { arbitrary: ruledOf(inner), weight: 2 },
    inner.map((items) => ({ type: "array", items, minItems: 1 })),
    inner.map((additionalProperties) => ({ type: "object", additionalProperties })),
    forms.map((oneOf) => ({ oneOf })),
    forms.map((anyOf) => ({ anyOf })),
    // each with fields of its own: what two members say of one is for no type to settle
    fc.tuple(objectOf(inner, names.slice(0, 2)), objectOf(inner, names.slice(2))).map((allOf) => ({ allOf: [...allOf] })),
  );
};
