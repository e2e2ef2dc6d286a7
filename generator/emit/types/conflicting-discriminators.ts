import { child, type Pointer, tokens } from "../../source/pointer.js";
import { resolveReference, valueAt } from "../../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";

/** What a discriminator says of one schema: the value of the property that stands for it. */
interface Tagging {
  readonly discriminator: SourceObject;
  readonly target: Pointer;
  readonly tag: string;
}

const targetOf = (text: SourceValue | undefined, document: SourceObject): Pointer | undefined =>
  typeof text === "string" ? resolveReference(document, text.startsWith("#") ? text : `#${child("/components/schemas", text)}`)?.pointer : undefined;

const referencesIn = (schema: SourceObject, key: string, document: SourceObject): readonly Pointer[] => {
  const list = schema.get(key);
  return isSourceArray(list) ? list.flatMap((item) => (isSourceObject(item) ? (targetOf(item.get("$ref"), document) ?? []) : [])) : [];
};

/** The components that are built on each other one, by `allOf`. */
const childrenIn = (document: SourceObject): ReadonlyMap<SourceValue, readonly Pointer[]> => {
  const children = new Map<SourceValue, Pointer[]>();
  const components = document.get("components");
  const schemas = isSourceObject(components) ? components.get("schemas") : undefined;
  for (const [name, schema] of isSourceObject(schemas) ? schemas : [])
    for (const base of isSourceObject(schema) ? referencesIn(schema, "allOf", document) : []) {
      const parent = valueAt(document, base) ?? null;
      children.set(parent, [...(children.get(parent) ?? []), child("/components/schemas", name)]);
    }
  return children;
};

/** A schema goes by its own name where a mapping gives it no other. */
const taggingsOf = (schema: SourceObject, discriminator: SourceObject, children: ReadonlyMap<SourceValue, readonly Pointer[]>, document: SourceObject): readonly Tagging[] => {
  const mapping = discriminator.get("mapping");
  const mapped = [...(isSourceObject(mapping) ? mapping : [])].flatMap(([tag, text]): readonly Tagging[] => {
    const target = targetOf(text, document);
    return target === undefined ? [] : [{ discriminator, target, tag }];
  });
  const members = [...referencesIn(schema, "oneOf", document), ...referencesIn(schema, "anyOf", document), ...(children.get(schema) ?? [])];
  const named = members.filter((member) => !mapped.some(({ target }) => target === member));
  return [...mapped, ...named.map((target) => ({ discriminator, target, tag: tokens(target).at(-1) ?? "" }))];
};

/**
 * Discriminators that give one schema different values: of a type with a mark of each of them there would be no value. The types do
 * without these marks.
 */
export const conflictingDiscriminators = (document: SourceObject): ReadonlySet<SourceObject> => {
  const children = childrenIn(document);
  const found: Tagging[] = [];
  const visit = (value: SourceValue): void => {
    if (isSourceArray(value)) value.forEach(visit);
    if (!isSourceObject(value)) return;
    const discriminator = value.get("discriminator");
    if (isSourceObject(discriminator) && typeof discriminator.get("propertyName") === "string") found.push(...taggingsOf(value, discriminator, children, document));
    for (const member of value.values()) visit(member);
  };
  visit(document);
  if (found.length === 0) return new Set();
  const byTarget = new Map<string, Map<SourceObject, string[]>>();
  for (const { discriminator, target, tag } of found) {
    const key = JSON.stringify([target, discriminator.get("propertyName")]);
    const tags = byTarget.get(key) ?? new Map<SourceObject, string[]>();
    byTarget.set(key, tags.set(discriminator, [...(tags.get(discriminator) ?? []), tag]));
  }
  const conflicting = [...byTarget.values()].filter((tags) => new Set([...tags.values()].map((one) => JSON.stringify([...one].sort()))).size > 1);
  return new Set(conflicting.flatMap((tags) => [...tags.keys()]));
};
