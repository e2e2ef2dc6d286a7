import { assertionKeys, type Owner, type Part } from "../rules/owner.js";
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

const membersOf = (source: SourceObject, pointer: Pointer): readonly Part[] => {
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
  return typeof reference === "string" ? typesIn(resolveReference(root, reference)?.value, root, left - 1) : undefined;
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

/** The schema as the recognisers see it. */
export const ownerOf = (source: SourceObject, pointer: Pointer, root: SourceObject): Owner => ({
  parts: [{ source, pointer }, ...membersOf(source, pointer).filter((part) => isRulesOnly(part.source))],
  onlyObjects: source.get("type") === "object",
  typesOf: (field) => typesIn(propertyOf(source, field, root, depth), root, depth),
  closedFields: closedFields(source),
});
