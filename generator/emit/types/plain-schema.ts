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

const isShape = (key: string, value: SourceValue): boolean =>
  (shapes.has(key) && key !== "$ref") || ["allOf", "anyOf", "oneOf"].includes(key) || (key === "required" && isSourceArray(value));

/** What stands beside a `$ref` is overlooked: since OpenAPI 3.1 it counts (JSON Schema 2020-12 core §8.2.3.1). */
export const plainReference = (schema: SourceObject): SourceObject => {
  const entries = [...schema];
  const beside = entries.filter(([key, value]) => isShape(key, value));
  const reference = schema.get("$ref");
  if (reference === undefined || beside.length === 0) return schema;
  const others = entries.filter(([key, value]) => key !== "$ref" && !isShape(key, value));
  const required = beside.filter(([key]) => key === "required");
  const rest = plainSchema(new Map(beside));
  return new Map<string, SourceValue>([...others, ...required, ["allOf", [new Map([["$ref", reference]]), rest]]]);
};

/** `const: null` is overlooked, and the values of an `enum` of objects are taken for schemas. */
const plainValues = (schema: SourceObject): SourceObject => {
  if (schema.get("const") === null) return new Map([...without(schema, "const"), ["type", "null"]]);
  return schema.get("type") === "object" ? without(schema, "enum") : schema;
};

const namesIn = (schema: SourceValue): readonly SourceValue[] => (isSourceObject(schema) ? listIn(schema, "required") : []);

/** `{ type: object }`, maybe with assertions: beside a schema with properties it makes no type of its own. */
const isBareObject = (schema: SourceValue): boolean =>
  isSourceObject(schema) && schema.get("type") === "object" && !isTyped(without(schema, "type"));

/**
 * Members of `allOf` that only assert would be `unknown`, or an object without members. What they require is said of the
 * schema itself, where it makes the others' members required.
 */
const plainAllOf = (schema: SourceObject): SourceObject => {
  const members = listIn(schema, "allOf");
  if (members.includes(false)) return new Map([["enum", []]]);
  const told = members.filter((member) => isTyped(member) && !isBareObject(member));
  const others = without(schema, "allOf");
  if (told.length === members.length || (told.length === 0 && !isTyped(others))) return schema;
  const required = new Set([schema, ...members.filter((member) => !told.includes(member))].flatMap(namesIn));
  return new Map<string, SourceValue>([
    ...others,
    ...(told.length === 0 ? [] : [["allOf", told] as const]),
    ...(required.size === 0 ? [] : [["required", [...required]] as const]),
  ]);
};

const hasNoShape = (schema: SourceObject): boolean => !isTyped(schema) && !schema.has("anyOf") && !schema.has("oneOf");

/** Does the restriction of a field say nothing of its type but what the field says already? */
const isTold = (restriction: SourceValue, own: SourceValue | undefined): boolean =>
  isSourceObject(restriction) &&
  isSourceObject(own) &&
  hasNoShape(new Map([...restriction].filter(([key, value]) => !(key === "type" && value === own.get("type")))));

/** Does a member of a union only ask for fields that the schema describes itself, and maybe for lengths and the like? */
const isBare = (member: SourceValue, properties: SourceValue | undefined): boolean => {
  if (!isSourceObject(member) || !isSourceObject(properties)) return false;
  const restrictions = member.get("properties");
  const others = without(without(member, "properties"), "type");
  const isObject = !member.has("type") || member.get("type") === "object";
  return isObject && hasNoShape(others) && isSourceObject(restrictions) && [...restrictions].every(([name, one]) => isTold(one, properties.get(name)));
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
  if (!members.every(isTyped) || members.every((member) => isBare(member, schema.get("properties")))) return others;
  return new Map([...others, ["allOf", [...listIn(others, "allOf"), new Map([[key, members]])]]]);
};

/** An object of which no member is described may have any, not none. */
const openObject = (schema: SourceObject): SourceObject => {
  const types = [schema.get("type")].flat();
  const says = ["allOf", "anyOf", "oneOf", "patternProperties"].some((key) => schema.has(key)) || isTyped(without(schema, "type"));
  return types.includes("object") && !says ? new Map([...schema, ["additionalProperties", true]]) : schema;
};

/** The schema with what is combined in it so written that openapi-typescript neither widens it nor makes `unknown` of it. */
export const uncollapsed = (schema: SourceObject): SourceObject => ["anyOf", "oneOf"].reduce(plainUnion, plainAllOf(schema));

/** The schema in words of which openapi-typescript makes the right type, or one that is too wide rather than `unknown`. */
export const plainSchema = (schema: SourceObject): SourceObject => openObject(uncollapsed(plainValues(schema)));
