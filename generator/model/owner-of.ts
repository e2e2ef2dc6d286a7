import { areEqual, assertionKeys, complete, type Form, type Owner, type Part } from "../rules/owner.js";
import { child, type Pointer } from "../source/pointer.js";
import { resolveReference } from "../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";

/** Keywords that can be rules. A member of `allOf` with nothing else speaks for the schema that holds it. */
const ruleKeywords = new Set([
  "anyOf",
  "oneOf",
  "not",
  "dependentRequired",
  "dependentSchemas",
  "if",
  "then",
  "else",
  "type",
]);

const isRulesOnly = (source: SourceObject): boolean =>
  source.get("type") !== "array" && assertionKeys(source).every((key) => ruleKeywords.has(key)) && assertionKeys(source).length > 0;

/** The members of `allOf` that are objects. */
export const membersOf = (source: SourceObject, pointer: Pointer): readonly Part[] => {
  const members = source.get("allOf");
  return isSourceArray(members)
    ? members.flatMap((member, index) =>
        isSourceObject(member) ? [{ source: member, pointer: child(pointer, "allOf", index) }] : [],
      )
    : [];
};

/** References followed while looking for a field's type; deeper chains say nothing. */
const depth = 8;

const typesIn = (schema: SourceValue | undefined, root: SourceObject, left: number): readonly string[] | undefined => {
  if (!isSourceObject(schema) || left === 0) return undefined;
  const type = schema.get("type");
  const nullable = schema.get("nullable") === true ? ["null"] : [];
  if (typeof type === "string") return [type, ...nullable];
  if (isSourceArray(type)) return type.filter((name): name is string => typeof name === "string");
  const reference = schema.get("$ref");
  if (typeof reference === "string") return typesIn(resolveReference(root, reference)?.value, root, left - 1);
  return typesOfEither(schema.get("anyOf") ?? schema.get("oneOf"), root, left - 1);
};

/** `anyOf: [{ $ref: … }, { type: "null" }]` is how 3.1 writes a nullable reference. */
const typesOfEither = (members: SourceValue | undefined, root: SourceObject, left: number): readonly string[] | undefined =>
  isSourceArray(members) ? complete(members.map((member) => typesIn(member, root, left)))?.flat() : undefined;

/** Does the schema, by itself or through what it takes over, refuse every value but objects? */
const refusesOthers = (schema: SourceValue | undefined, root: SourceObject, left: number): boolean => {
  if (!isSourceObject(schema) || left === 0) return false;
  if (schema.has("type")) return typesIn(schema, root, 1)?.every((type) => type === "object") === true;
  const reference = schema.get("$ref");
  const referred = typeof reference === "string" ? resolveReference(root, reference)?.value : undefined;
  const members = schema.get("allOf");
  return [referred, ...(isSourceArray(members) ? members : [])].some((one) => refusesOthers(one, root, left - 1));
};

const propertyOf = (schema: SourceValue | undefined, name: string, root: SourceObject, left: number): SourceValue | undefined => {
  if (!isSourceObject(schema) || left === 0) return undefined;
  const properties = schema.get("properties");
  const own = isSourceObject(properties) ? properties.get(name) : undefined;
  if (own !== undefined) return own;
  const reference = schema.get("$ref");
  const referred = typeof reference === "string" ? resolveReference(root, reference)?.value : undefined;
  const members = schema.get("allOf");
  const candidates = [referred, ...(isSourceArray(members) ? members : [])];
  for (const candidate of candidates) {
    const found = propertyOf(candidate, name, root, left - 1);
    if (found !== undefined) return found;
  }
  return undefined;
};

const closedFields = (source: SourceObject): readonly string[] | undefined => {
  const properties = source.get("properties");
  if (source.get("additionalProperties") !== false || source.has("patternProperties")) return undefined;
  return isSourceObject(properties) && !source.has("required") ? [...properties.keys()] : undefined;
};

/** The values that a schema lists, by itself or through a reference. */
const valuesIn = (schema: SourceValue | undefined, root: SourceObject, left: number): readonly SourceValue[] | undefined => {
  if (!isSourceObject(schema) || left === 0) return undefined;
  const constant = schema.get("const");
  if (constant !== undefined) return [constant];
  const listed = schema.get("enum");
  if (isSourceArray(listed)) return listed;
  const reference = schema.get("$ref");
  return typeof reference === "string" ? valuesIn(resolveReference(root, reference)?.value, root, left - 1) : undefined;
};

/** The schema with all that applies to the same value by way of `$ref` and `allOf`. */
const layersOf = (schema: SourceValue | undefined, root: SourceObject, left: number): readonly SourceObject[] => {
  if (!isSourceObject(schema) || left === 0) return [];
  const reference = schema.get("$ref");
  const members = schema.get("allOf");
  const inner = [typeof reference === "string" ? resolveReference(root, reference)?.value : undefined, ...(isSourceArray(members) ? members : [])];
  return [schema, ...inner.flatMap((one) => layersOf(one, root, left - 1))];
};

const describesObjects = (layers: readonly SourceObject[], root: SourceObject): boolean => {
  const types = layers.flatMap((layer) => (layer.has("type") ? [typesIn(layer, root, 1) ?? []] : []));
  return types.every((names) => names.includes("object")) && (types.length > 0 || layers.some((layer) => layer.has("properties")));
};

const textsIn = (value: SourceValue | undefined): readonly string[] =>
  isSourceArray(value) ? value.filter((item): item is string => typeof item === "string") : [];

const propertiesOf = (layer: SourceObject): SourceObject => {
  const properties = layer.get("properties");
  return isSourceObject(properties) ? properties : new Map();
};

const plainKeywords: ReadonlySet<string> = new Set(["type", "required", "properties", "additionalProperties", "allOf", "$ref"]);

const formOf = (branch: SourceValue, root: SourceObject): Form | undefined => {
  const layers = layersOf(branch, root, depth);
  const types = layers.flatMap((layer) => (layer.has("type") ? [typesIn(layer, root, 1)] : []));
  const isObject = types.every((names) => names?.every((name) => name === "object") === true);
  const required = [...new Set(layers.flatMap((layer) => textsIn(layer.get("required"))))];
  if (!isObject || required.length === 0) return undefined;
  const closed = layers.some((layer) => layer.get("additionalProperties") === false && !layer.has("patternProperties"));
  return {
    required,
    typesOf: (field) => typesIn(propertyOf(branch, field, root, depth), root, depth),
    valuesOf: (field) => valuesIn(propertyOf(branch, field, root, depth), root, depth),
    closedFields: closed ? layers.flatMap((layer) => [...propertiesOf(layer).keys()]) : undefined,
    isPlain: layers.every((layer) => assertionKeys(layer).every((key) => plainKeywords.has(key))),
    isInline: layers.length === 1,
  };
};

/** The schema as the recognisers see it. */
export const ownerOf = (source: SourceObject, pointer: Pointer, root: SourceObject): Owner => ({
  parts: [{ source, pointer }, ...membersOf(source, pointer).filter((part) => isRulesOnly(part.source))],
  onlyObjects: refusesOthers(source, root, depth),
  describesObjects: describesObjects(layersOf(source, root, depth), root),
  typesOf: (field) => typesIn(propertyOf(source, field, root, depth), root, depth),
  says: (field, keyword, value) => {
    // which types there are is known from `typesOf`: `nullable` has its say there
    if (keyword === "type" || keyword === "nullable") return false;
    const own = propertyOf(source, field, root, depth);
    const said = isSourceObject(own) ? own.get(keyword) : undefined;
    return said !== undefined && areEqual(said, value);
  },
  closedFields: closedFields(source),
  formOf: (branch) => formOf(branch, root),
});
