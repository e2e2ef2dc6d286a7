import { schemaLayers } from "../../source/schema-layers.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";
import { fieldsOf, requiredBy, typesOf } from "./schema-view.js";

const unions = ["anyOf", "oneOf"] as const;

/** Null and texts, which may be values too, would be none beside a required field. */
const areObjects = (layers: readonly SourceObject[]): boolean => {
  const types = layers.map((layer) => typesOf(layer) ?? []).filter((names) => names.length > 0);
  const isUnion = layers.some((layer) => unions.some((keyword) => layer.has(keyword)));
  return types.some((names) => names.length === 1 && names[0] === "object") || (types.length === 0 && !isUnion);
};

/** The member, asking itself for those of the names that it describes. */
const demanding = (member: SourceValue, names: readonly string[], document: SourceObject): SourceValue => {
  const layers = schemaLayers(member, document, ["allOf"]);
  const missing = areObjects(layers)
    ? names.filter((name) => layers.some((layer) => fieldsOf(layer).has(name)) && !layers.some((layer) => fieldsOf(layer).has(name) && requiredBy(layer).includes(name)))
    : [];
  return missing.length === 0 ? member : new Map<string, SourceValue>([["allOf", [member]], ["required", missing]]);
};

const inUnions = (schema: SourceObject, names: readonly string[], document: SourceObject): SourceObject =>
  schema.has("discriminator")
    ? schema
    : new Map(
        [...schema].map(([key, value]) =>
          unions.some((keyword) => keyword === key) && isSourceArray(value) ? [key, value.map((member) => demanding(member, names, document))] : [key, value],
        ),
      );

const isUnionAlone = (schema: SourceValue): schema is SourceObject =>
  isSourceObject(schema) && schema.size > 0 && [...schema.keys()].every((key) => unions.some((keyword) => keyword === key));

/**
 * The schema, whose unions have members that ask for what it requires beside them, of
 * `{ required: [id], anyOf: [{ $ref: Cat }, { $ref: Dog }] }`, `id`: openapi-typescript leaves it optional in both.
 */
export const withRequiredInUnions = (schema: SourceObject, document: SourceObject): SourceObject => {
  const own = fieldsOf(schema);
  const names = requiredBy(schema).filter((name) => !own.has(name));
  if (names.length === 0) return schema;
  const members = schema.get("allOf");
  const whole = inUnions(schema, names, document);
  return isSourceArray(members) && members.some(isUnionAlone)
    ? new Map([...whole, ["allOf", members.map((member) => (isUnionAlone(member) ? inUnions(member, names, document) : member))]])
    : whole;
};
