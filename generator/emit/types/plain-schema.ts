import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";

/** Keywords from which a type can be made. */
const shapes = new Set(["type", "properties", "additionalProperties", "items", "prefixItems", "$ref", "enum", "const"]);

const listIn = (schema: SourceObject, key: string): readonly SourceValue[] => {
  const value = schema.get(key);
  return isSourceArray(value) ? value : [];
};

/** Does the schema say which types its values have? A union with a member that does not is `unknown`. */
const isTyped = (schema: SourceValue): boolean => {
  if (!isSourceObject(schema)) return schema === false;
  if ([...schema.keys()].some((key) => shapes.has(key)) || listIn(schema, "allOf").some(isTyped)) return true;
  return ["anyOf", "oneOf"].some((key) => schema.has(key) && listIn(schema, key).every(isTyped));
};

const without = (schema: SourceObject, key: string): SourceObject => new Map([...schema].filter(([name]) => name !== key));

/** `const: null` is overlooked, and the values of an `enum` of objects are taken for schemas. */
const plainValues = (schema: SourceObject): SourceObject => {
  if (schema.get("const") === null) return new Map([...without(schema, "const"), ["type", "null"]]);
  return schema.get("type") === "object" ? without(schema, "enum") : schema;
};

/** A member of `allOf` that only asserts is `unknown`, which says nothing; but `required` is said of the others' members. */
const plainAllOf = (schema: SourceObject): SourceObject => {
  if (!schema.has("allOf")) return schema;
  const told = listIn(schema, "allOf").filter((member) => isTyped(member) || (isSourceObject(member) && member.has("required")));
  const others = without(schema, "allOf");
  return told.length === 0 ? others : new Map([...others, ["allOf", told]]);
};

/**
 * Members of `anyOf`, and of a `oneOf` of scalars, are united with the schema's own type, where they should narrow it
 * (`{ a?: string } | { a: unknown }`): `allOf` is the way round that. Those that only assert (`required`, `not`, …) would
 * make `unknown` of it all.
 */
const plainUnion = (schema: SourceObject, key: string): SourceObject => {
  const members = schema.get(key);
  const others = without(schema, key);
  if (!isSourceArray(members) || !isTyped(others) || schema.has("discriminator")) return schema;
  if (!members.every(isTyped)) return others;
  return new Map([...others, ["allOf", [...listIn(others, "allOf"), new Map([[key, members]])]]]);
};

/** The schema in words of which openapi-typescript makes the right type, or one that is too wide rather than `unknown`. */
export const plainSchema = (schema: SourceObject): SourceObject =>
  ["anyOf", "oneOf"].reduce(plainUnion, plainAllOf(plainValues(schema)));
