import { resolveReference } from "../../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";

/** References to references; longer chains were reported as circles. */
const chain = 64;

const followed = (value: SourceValue, document: SourceObject, left = chain): SourceObject | undefined => {
  if (!isSourceObject(value)) return undefined;
  const reference = value.get("$ref");
  if (typeof reference !== "string") return value;
  return left === 0 ? undefined : followed(resolveReference(document, reference)?.value ?? null, document, left - 1);
};

const partsOf = (schema: SourceObject): readonly SourceValue[] => {
  const members = schema.get("allOf");
  return isSourceArray(members) ? members : [];
};

/** What holds of a value together with the schema, each once. */
const layersOf = (value: SourceValue, document: SourceObject): readonly SourceObject[] => {
  const found = new Set<SourceObject>();
  const open = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const schema = followed(next, document);
    if (schema === undefined || found.has(schema)) continue;
    found.add(schema);
    open.push(...partsOf(schema));
  }
  return [...found];
};

const requiredBy = (schema: SourceObject): readonly SourceValue[] => {
  const names = schema.get("required");
  return isSourceArray(names) ? names : [];
};

const fieldIn = (schema: SourceObject, name: string): SourceValue | undefined => {
  const properties = schema.get("properties");
  return isSourceObject(properties) ? properties.get(name) : undefined;
};

const saysBoth = (layers: readonly SourceObject[], name: string): boolean =>
  layers.some((layer) => requiredBy(layer).includes(name)) && layers.some((layer) => fieldIn(layer, name) !== undefined);

/** openapi-typescript requires itself what a schema asks of the members of its own `allOf`, as far as these describe it right there. */
const isSeen = (schema: SourceObject, name: string, document: SourceObject): boolean =>
  requiredBy(schema).includes(name) &&
  partsOf(schema).some((part) => {
    const reference = isSourceObject(part) ? part.get("$ref") : undefined;
    const target = typeof reference === "string" ? resolveReference(document, reference)?.value : part;
    return isSourceObject(target) && fieldIn(target, name) !== undefined;
  });

/** Null and texts, which may be values too, would be none beside a required field. */
const areObjects = (layers: readonly SourceObject[]): boolean => {
  const types = layers.filter((layer) => layer.has("type") || layer.has("nullable"));
  if (types.some((layer) => layer.get("type") === "object" && layer.get("nullable") !== true)) return true;
  return types.length === 0 && layers.every((layer) => !layer.has("anyOf") && !layer.has("oneOf"));
};

/** Said where the field is described. */
const told: ReadonlySet<string> = new Set(["description", "title", "default", "deprecated"]);

const untold = (field: SourceValue): SourceValue => (isSourceObject(field) ? new Map([...field].filter(([key]) => !told.has(key))) : field);

/**
 * A member for `allOf` with the fields that one part of the schema requires and only others describe, which openapi-typescript sees
 * where the others stand right there. Undefined where it is not needed.
 */
export const requiredMembers = (schema: SourceObject, document: SourceObject): SourceObject | undefined => {
  const parts = partsOf(schema);
  if (parts.length === 0) return undefined;
  const layers = layersOf(schema, document);
  if (!areObjects(layers)) return undefined;
  const inside = parts.map((part) => layersOf(part, document));
  const fields = new Map<string, SourceValue>();
  for (const name of new Set(layers.flatMap(requiredBy))) {
    if (typeof name !== "string" || isSeen(schema, name, document) || saysBoth([schema], name) || inside.some((part) => saysBoth(part, name))) continue;
    const field = layers.flatMap((layer) => fieldIn(layer, name) ?? [])[0];
    if (field !== undefined) fields.set(name, untold(field));
  }
  return fields.size === 0 ? undefined : new Map<string, SourceValue>([["type", "object"], ["properties", fields], ["required", [...fields.keys()]]]);
};
