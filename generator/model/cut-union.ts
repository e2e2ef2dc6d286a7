import { type Pointer, parent, tokens } from "../source/pointer.js";
import { resolveReference, valueAt } from "../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";

const targetOf = (value: SourceValue | undefined, root: SourceObject): Pointer | undefined => {
  const reference = isSourceObject(value) ? value.get("$ref") : undefined;
  return typeof reference === "string" ? resolveReference(root, reference)?.pointer : undefined;
};

const listAt = (value: SourceValue | undefined, key: string): readonly SourceValue[] => {
  const list = isSourceObject(value) ? value.get(key) : undefined;
  return isSourceArray(list) ? list : [];
};

/** What a schema is built on: the targets of its own `$ref` and of those in its `allOf`. */
const basesOf = (pointer: Pointer, root: SourceObject): readonly Pointer[] => {
  const schema = valueAt(root, pointer);
  return [schema, ...listAt(schema, "allOf")].flatMap((part) => targetOf(part, root) ?? []);
};

/** The schemas, and all that they are built on. */
const builtOn = (schemas: readonly Pointer[], root: SourceObject): ReadonlySet<Pointer> => {
  const found = new Set(schemas);
  // a set is gone through while it grows
  for (const schema of found) for (const base of basesOf(schema, root)) found.add(base);
  return found;
};

/** The schema that a part of it stands for: the owner of the `allOf` that the part is a member of. */
const ownerOf = (pointer: Pointer): Pointer =>
  tokens(parent(pointer)).at(-1) === "allOf" ? parent(parent(pointer)) : pointer;

/** The keywords of which a child that is built on the schema knows nothing. */
const unionKeywords: ReadonlySet<string> = new Set(["oneOf", "anyOf", "discriminator"]);

/** Empty for what is no union with `discriminator`. */
const builtOnByMembers = (target: Pointer, root: SourceObject): ReadonlySet<Pointer> => {
  const base = valueAt(root, target);
  if (!isSourceObject(base) || !base.has("discriminator")) return new Set();
  const members = [...listAt(base, "oneOf"), ...listAt(base, "anyOf")];
  return builtOn(members.flatMap((one) => targetOf(one, root) ?? []), root);
};

/**
 * Whether the `$ref` at a schema names its parent, whose union with `discriminator` lists it in turn: `Pet` is one of `Cat`
 * and `Dog`, and `Cat` is a `Pet` and more. Taken by the word that never ends; what is meant is the parent without its union
 * (OpenAPI 3.1 §4.8.25.4 writes such a parent without one).
 */
export type IsChildOfUnion = (pointer: Pointer, target: Pointer) => boolean;

/** Looks at the members of a union once, and not again for each of them. */
export const createIsChildOfUnion = (root: SourceObject): IsChildOfUnion => {
  const known = new Map<Pointer, ReadonlySet<Pointer>>();
  return (pointer, target) => {
    const bases = known.get(target) ?? builtOnByMembers(target, root);
    known.set(target, bases);
    return bases.has(ownerOf(pointer));
  };
};

export const withoutUnion = (source: SourceObject): SourceObject =>
  new Map([...source].filter(([key]) => !unionKeywords.has(key)));
