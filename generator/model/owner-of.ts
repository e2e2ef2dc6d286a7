import { areEqual, assertionKeys, complete, type Form, type Owner, type Part } from "../rules/owner.js";
import { child, type Pointer } from "../source/pointer.js";
import { reachable } from "../source/reachable.js";
import { resolveReference } from "../source/resolve.js";
import { schemaConjuncts } from "../source/schema-layers.js";
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

const textsIn = (value: SourceValue | undefined): readonly string[] =>
  isSourceArray(value) ? value.filter((item): item is string => typeof item === "string") : [];

const propertiesOf = (layer: SourceObject): SourceObject => {
  const properties = layer.get("properties");
  return isSourceObject(properties) ? properties : new Map();
};

/** The types that a schema names itself; undefined where it names none. */
const ownTypes = (schema: SourceObject): readonly string[] | undefined => {
  const type = schema.get("type");
  if (typeof type === "string") return [type, ...(schema.get("nullable") === true ? ["null"] : [])];
  return isSourceArray(type) ? textsIn(type) : undefined;
};

/** Where the types of a schema that names none are found. `anyOf: [{ $ref: … }, { type: "null" }]` is how 3.1 writes a nullable reference. */
const behind = (schema: SourceValue, root: SourceObject): readonly SourceValue[] => {
  if (!isSourceObject(schema) || ownTypes(schema) !== undefined) return [];
  const reference = schema.get("$ref");
  if (typeof reference === "string") return [resolveReference(root, reference)?.value ?? null];
  const members = schema.get("anyOf") ?? schema.get("oneOf");
  return isSourceArray(members) ? members : [];
};

/** The types of a schema, by itself or of all that it may be; undefined where one of them is not said. */
const typesIn = (schema: SourceValue | undefined, root: SourceObject): readonly string[] | undefined => {
  if (schema === undefined) return undefined;
  const ends = reachable(schema, (one) => behind(one, root)).filter((one) => behind(one, root).length === 0);
  return ends.length === 0 ? undefined : complete(ends.map((end) => (isSourceObject(end) ? ownTypes(end) : undefined)))?.flat();
};

/** Does the schema, by itself or through what it takes over, refuse every value but objects? */
const refusesOthers = (layers: readonly SourceObject[]): boolean => layers.some((layer) => ownTypes(layer)?.every((type) => type === "object") === true);

const propertyOf = (layers: readonly SourceObject[], name: string): SourceValue | undefined => {
  for (const layer of layers) {
    const property = propertiesOf(layer).get(name);
    if (property !== undefined) return property;
  }
  return undefined;
};

const closedFields = (source: SourceObject): readonly string[] | undefined => {
  const properties = source.get("properties");
  if (source.get("additionalProperties") !== false || source.has("patternProperties")) return undefined;
  return isSourceObject(properties) && !source.has("required") ? [...properties.keys()] : undefined;
};

/** The values that a schema lists. */
const listedIn = (schema: SourceObject): readonly SourceValue[] | undefined => {
  const [constant, listed] = [schema.get("const"), schema.get("enum")];
  if (constant !== undefined) return [constant];
  return isSourceArray(listed) ? listed : undefined;
};

/** The values that a schema lists, by itself or through a reference. */
const valuesIn = (schema: SourceValue | undefined, root: SourceObject): readonly SourceValue[] | undefined => {
  if (!isSourceObject(schema)) return undefined;
  const end = reachable(schema, (one) => {
    const reference = listedIn(one) === undefined ? one.get("$ref") : undefined;
    const target = typeof reference === "string" ? resolveReference(root, reference)?.value : undefined;
    return isSourceObject(target) ? [target] : [];
  }).at(-1);
  return end && listedIn(end);
};

const describesObjects = (layers: readonly SourceObject[]): boolean => {
  const types = layers.flatMap((layer) => (layer.has("type") ? [ownTypes(layer) ?? []] : []));
  return types.every((names) => names.includes("object")) && (types.length > 0 || layers.some((layer) => layer.has("properties")));
};

const plainKeywords: ReadonlySet<string> = new Set(["type", "required", "properties", "additionalProperties", "allOf", "$ref"]);

const formOf = (branch: SourceValue, root: SourceObject): Form | undefined => {
  const layers = schemaConjuncts(branch, root);
  const types = layers.flatMap((layer) => (layer.has("type") ? [ownTypes(layer)] : []));
  const isObject = types.every((names) => names?.every((name) => name === "object") === true);
  const required = [...new Set(layers.flatMap((layer) => textsIn(layer.get("required"))))];
  if (!isObject || required.length === 0) return undefined;
  const closed = layers.some((layer) => layer.get("additionalProperties") === false && !layer.has("patternProperties"));
  return {
    required,
    typesOf: (field) => typesIn(propertyOf(layers, field), root),
    valuesOf: (field) => valuesIn(propertyOf(layers, field), root),
    closedFields: closed ? layers.flatMap((layer) => [...propertiesOf(layer).keys()]) : undefined,
    isPlain: layers.every((layer) => assertionKeys(layer).every((key) => plainKeywords.has(key))),
    isInline: layers.length === 1,
  };
};

/** The schema as the recognisers see it. */
export const ownerOf = (source: SourceObject, pointer: Pointer, root: SourceObject): Owner => {
  let known: readonly SourceObject[] | undefined;
  // a long chain of schemas has as many of them at each of its members, and most schemas state no rule that asks for them
  const layers = (): readonly SourceObject[] => (known ??= schemaConjuncts(source, root));
  return {
    parts: [{ source, pointer }, ...membersOf(source, pointer).filter((part) => isRulesOnly(part.source))],
    get onlyObjects() {
      return refusesOthers(layers());
    },
    get describesObjects() {
      return describesObjects(layers());
    },
    typesOf: (field) => typesIn(propertyOf(layers(), field), root),
    says: (field, keyword, value) => {
      // which types there are is known from `typesOf`: `nullable` has its say there
      if (keyword === "type" || keyword === "nullable") return false;
      const own = propertyOf(layers(), field);
      const said = isSourceObject(own) ? own.get(keyword) : undefined;
      return said !== undefined && areEqual(said, value);
    },
    closedFields: closedFields(source),
    formOf: (branch) => formOf(branch, root),
  };
};
