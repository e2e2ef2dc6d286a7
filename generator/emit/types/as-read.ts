import { operationMethods } from "../../source/operation-methods.js";
import { resolveReference } from "../../source/resolve.js";
import { withRequiredInUnions } from "./required-in-unions.js";
import { requiredMembers } from "./required-members.js";
import { refusesNull } from "./refuses-null.js";
import { conflictingDiscriminators } from "./conflicting-discriminators.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";

/** Where a reference leads in the end, by way of any number of others; as it is where it leads nowhere, or in a circle. */
const endOf = (reference: string, document: SourceObject): string => {
  const passed = new Set<string>();
  for (let at = reference; !passed.has(at); ) {
    passed.add(at);
    const target = resolveReference(document, at);
    if (target === undefined) return reference;
    const next = isSourceObject(target.value) ? target.value.get("$ref") : undefined;
    if (typeof next !== "string") return `#${target.pointer}`;
    at = next;
  }
  return reference;
};

const ended = (mapping: SourceObject, document: SourceObject): SourceObject =>
  new Map([...mapping].map(([name, text]) => [name, typeof text === "string" ? endOf(text, document) : text]));

const withEnded = (discriminator: SourceValue, document: SourceObject): SourceValue => {
  const mapping = isSourceObject(discriminator) ? discriminator.get("mapping") : undefined;
  return isSourceObject(discriminator) && isSourceObject(mapping)
    ? new Map([...discriminator, ["mapping", ended(mapping, document)]])
    : discriminator;
};

/** Where a value that names no member may still be one, the property is no mark that types could go by. */
const hasDefault = (discriminator: SourceValue): boolean => isSourceObject(discriminator) && discriminator.has("propertyName") && discriminator.has("defaultMapping");

/** Is it a union whose members a property tells apart, or does it refer to one? */
const isMarkedUnion = (value: SourceValue, document: SourceObject): boolean => {
  const reference = isSourceObject(value) ? value.get("$ref") : undefined;
  const schema = typeof reference === "string" ? resolveReference(document, reference)?.value : value;
  return isSourceObject(schema) && isSourceObject(schema.get("discriminator")) && ["oneOf", "anyOf"].some((keyword) => isSourceArray(schema.get(keyword)));
};

const withRequired = (schema: SourceObject, document: SourceObject): SourceObject => {
  const member = requiredMembers(schema, document);
  const members = schema.get("allOf");
  return member === undefined || !isSourceArray(members) ? schema : new Map([...schema, ["allOf", [...members, member]]]);
};

/**
 * openapi-typescript takes what has a discriminator for a parent, and the property out of it: of a union, `Omit` leaves only what all
 * members have in common. As the only member of another union it stays whole.
 */
const withWholeUnions = (members: SourceValue, document: SourceObject): SourceValue =>
  isSourceArray(members) ? members.map((member) => (isMarkedUnion(member, document) ? new Map([["oneOf", [member]]]) : member)) : members;

const rewritten = (value: SourceValue, document: SourceObject, dropped: ReadonlySet<SourceValue>): SourceValue => {
  if (isSourceArray(value)) return value.map((item) => rewritten(item, document, dropped));
  if (!isSourceObject(value)) return value;
  const isNeverNull = refusesNull(value, document);
  const own = (key: string, member: SourceValue): SourceValue => {
    if (key === "discriminator") return withEnded(member, document);
    return key === "allOf" ? withWholeUnions(member, document) : member;
  };
  return new Map(
    [...withRequiredInUnions(withRequired(value, document), document)].filter(([key, member]) => !(key === "discriminator" && (hasDefault(member) || dropped.has(member))) && !(key === "nullable" && isNeverNull)).map(([key, member]) => [key, rewritten(own(key, member), document, dropped)]),
  );
};

const withoutId = (operation: SourceValue): SourceValue =>
  isSourceObject(operation) ? new Map([...operation].filter(([key]) => key !== "operationId")) : operation;

/** Path items stand in their paths too, and an operation can have its type under one name only once. */
const withoutIds = (components: SourceObject): SourceObject => {
  const items = components.get("pathItems");
  if (!isSourceObject(items)) return components;
  const nameless = [...items].map(([name, item]): readonly [string, SourceValue] => [
    name,
    isSourceObject(item) ? new Map([...item].map(([key, value]) => [key, operationMethods.includes(key) ? withoutId(value) : value])) : item,
  ]);
  return new Map([...components, ["pathItems", new Map(nameless)]]);
};

/**
 * What openapi-typescript's own reader makes of a document that is bundled already: it has `components`, and a `mapping`
 * names the schema behind a reference.
 */
export const asRead = (document: SourceObject): SourceObject => {
  const dropped: ReadonlySet<SourceValue> = conflictingDiscriminators(document);
  const read = new Map([...document].map(([key, value]) => [key, rewritten(value, document, dropped)]));
  const components = read.get("components");
  return read.set("components", isSourceObject(components) ? withoutIds(components) : new Map());
};
