import { resolveReference } from "../../source/resolve.js";
import { schemaLayers } from "../../source/schema-layers.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";
import { requiredBeside, type SchemaView } from "./required-beside.js";
import { fieldsOf, requiredBy, typesOf } from "./schema-view.js";

const membersOf = (schema: SourceObject): readonly SourceObject[] => {
  const members = schema.get("allOf");
  return isSourceArray(members) ? members.filter(isSourceObject) : [];
};

const viewOf = (document: SourceObject): SchemaView<SourceObject, SourceValue> => ({
  layers: (schema) => schemaLayers(schema, document, ["allOf"]),
  parts: membersOf,
  required: requiredBy,
  fields: fieldsOf,
  types: typesOf,
  isUnion: (schema) => schema.has("anyOf") || schema.has("oneOf"),
});

/** openapi-typescript requires itself what a schema asks of the members of its own `allOf`, as far as these describe it right there. */
const isSeen = (schema: SourceObject, name: string, document: SourceObject): boolean =>
  requiredBy(schema).includes(name) &&
  membersOf(schema).some((part) => {
    const reference = part.get("$ref");
    const target = typeof reference === "string" ? resolveReference(document, reference)?.value : part;
    return isSourceObject(target) && fieldsOf(target).has(name);
  });

/** Said where the field is described. */
const told: ReadonlySet<string> = new Set(["description", "title", "default", "deprecated"]);

const untold = (field: SourceValue): SourceValue => (isSourceObject(field) ? new Map([...field].filter(([key]) => !told.has(key))) : field);

/**
 * A member for `allOf` with the fields that one part of the schema requires and only others describe, which openapi-typescript sees
 * where the others stand right there. Undefined where it is not needed.
 */
export const requiredMembers = (schema: SourceObject, document: SourceObject): SourceObject | undefined => {
  const fields = [...requiredBeside(schema, viewOf(document))].filter(([name]) => !isSeen(schema, name, document));
  if (fields.length === 0) return undefined;
  return new Map<string, SourceValue>([
    ["type", "object"],
    ["properties", new Map(fields.map(([name, field]) => [name, untold(field)]))],
    ["required", fields.map(([name]) => name)],
  ]);
};
