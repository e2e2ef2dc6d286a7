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

/** A member of `allOf` that only asserts is `unknown`, which says nothing; but `required` is said of the others' members. */
const withoutAssertions = (schema: SourceObject): SourceObject => {
  if (!schema.has("allOf")) return schema;
  const told = listIn(schema, "allOf").filter((member) => isTyped(member) || (isSourceObject(member) && member.has("required")));
  const others = without(schema, "allOf");
  return told.length === 0 ? others : new Map([...others, ["allOf", told]]);
};

/**
 * The schema with an `anyOf` and `oneOf` of which openapi-typescript makes the right type. It unites the members of `anyOf`
 * with the schema's own type instead of narrowing that (`{ a?: string } | { a: unknown }`), which is avoided by a way
 * round `allOf`; members that only assert (`required`, `not`, …) would make `unknown` of it all.
 */
export const typedCombinators = (schema: SourceObject): SourceObject =>
  ["anyOf", "oneOf"].reduce((result, key) => {
    const members = result.get(key);
    const others = without(result, key);
    if (!isSourceArray(members) || !isTyped(others)) return result;
    if (!members.every(isTyped)) return others;
    return key === "oneOf" ? result : new Map([...others, ["allOf", [...listIn(others, "allOf"), new Map([[key, members]])]]]);
  }, withoutAssertions(schema));
