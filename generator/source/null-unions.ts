import { kindOfMember, type KindName } from "./bundle/kinds.js";
import { localReference } from "./bundle/reference.js";
import { child, parent, type Pointer } from "./pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "./value.js";

/** A description with unions in place of some `nullable`, and where what stands in them was written. */
export interface WithNullUnions {
  readonly root: SourceObject;
  readonly writtenAt: (pointer: Pointer) => Pointer;
}

const combinators = ["allOf", "anyOf", "oneOf"];

const annotations = new Set(["title", "description", "default", "deprecated", "readOnly", "writeOnly", "example", "externalDocs", "xml"]);

const rules = new Set(["x-ascending", "x-unique", "x-unique-by"]);

const isAnnotation = (key: string): boolean => annotations.has(key) || (key.startsWith("x-") && !rules.has(key));

/** Beside a `type`, `nullable` is what the standard says; a parent with a discriminator is what its children start from. */
const isUntyped = (schema: SourceObject): boolean =>
  schema.get("nullable") === true && !schema.has("type") && !schema.has("$ref") && !(schema.has("properties") && schema.has("discriminator"));

const lists = (schema: SourceObject, key: string): readonly SourceValue[] | undefined => {
  const list = schema.get(key);
  return isSourceArray(list) ? list : undefined;
};

const isCombined = (schema: SourceObject): boolean => combinators.some((key) => lists(schema, key) !== undefined);

/** The references in a value, and what they lead through: `#/a/b` leads through `#/a` and `#`. */
const addLedThrough = (value: SourceValue, found: Set<string>): void => {
  if (isSourceArray(value)) for (const item of value) addLedThrough(item, found);
  if (!isSourceObject(value)) return;
  for (const [key, member] of value) {
    if (key !== "$ref" || typeof member !== "string") addLedThrough(member, found);
    else for (let end = member.lastIndexOf("/"); end > 0; end = member.lastIndexOf("/", end - 1)) found.add(member.slice(0, end));
  }
};

const ledThrough = (root: SourceObject): ReadonlySet<string> => {
  const found = new Set<string>();
  addLedThrough(root, found);
  return found;
};

const onlyNull: SourceObject = new Map([["type", "null"]]);

/**
 * `{ nullable: true, allOf: [X] }` as `{ anyOf: [X, { type: "null" }] }`, and `{ nullable: true, enum: [a] }` as `{ enum: [a, null] }`.
 * OpenAPI 3.0.3 (§4.7.24) has `nullable` count beside a `type` only, but whoever writes it beside `allOf`, `anyOf`, `oneOf` or `enum`
 * alone means a value that may be null: it is the one way to say that of a reference. What references lead into stays as it is.
 */
export const withNullUnions = (root: SourceObject): WithNullUnions => {
  // only OpenAPI 3.0 has `nullable`
  if (!String(root.get("openapi")).startsWith("3.0.")) return { root, writtenAt: (pointer) => pointer };
  /** What was written at `path` of its owner, by where it is now. */
  const moved = new Map<Pointer, { readonly owner: Pointer; readonly path: string }>();
  let known: ReadonlySet<string> | undefined;
  const isLedThrough = (pointer: Pointer): boolean => (known ??= ledThrough(root)).has(localReference(pointer));

  /** The schema with one more item in a list of its own. */
  const withItem = (schema: SourceObject, pointer: Pointer, key: string, item: SourceValue): SourceObject => {
    const list = lists(schema, key) ?? [];
    moved.set(child(pointer, key, list.length), { owner: pointer, path: "/nullable" });
    return new Map([...schema].flatMap(([name, value]) => (name === "nullable" ? [] : [[name, name === key ? [...list, item] : value]])));
  };

  const union = (schema: SourceObject, pointer: Pointer): SourceObject => {
    if (!isUntyped(schema)) return schema;
    const values = lists(schema, "enum");
    const assertions = [...schema].filter(([key]) => !isAnnotation(key) && key !== "nullable");
    if (!isCombined(schema)) return values === undefined || values.includes(null) ? schema : withItem(schema, pointer, "enum", null);
    // a list of values that lacks null refuses it
    if (values?.includes(null) === false) return schema;
    const [first] = assertions;
    if (assertions.length === 1 && first?.[0] === "anyOf") return withItem(schema, pointer, "anyOf", onlyNull);
    if (isLedThrough(pointer)) return schema;
    const [only, ...others] = (assertions.length === 1 ? lists(schema, "allOf") : undefined) ?? [];
    const isOne = only !== undefined && others.length === 0;
    moved.set(child(pointer, "anyOf", 0), { owner: pointer, path: isOne ? "/allOf/0" : "" });
    moved.set(child(pointer, "anyOf", 1), { owner: pointer, path: "/nullable" });
    return new Map<string, SourceValue>([...[...schema].filter(([key]) => isAnnotation(key)), ["anyOf", [isOne ? only : new Map(assertions), onlyNull]]]);
  };

  const walk = (value: SourceValue, pointer: Pointer, kind: KindName | "data"): SourceValue => {
    if (kind === "data") return value;
    if (isSourceArray(value)) {
      const items = value.map((item, index) => walk(item, child(pointer, index), kind === "schema" ? kind : kindOfMember(kind, String(index))));
      return items.every((item, index) => item === value[index]) ? value : items;
    }
    if (!isSourceObject(value)) return value;
    // the places of what stands inside are those after the change
    const changed = kind === "schema" ? union(value, pointer) : value;
    const entries = [...changed].map(([key, member]) => [key, walk(member, child(pointer, key), kindOfMember(kind, key))] as const);
    return entries.every(([key, member]) => member === changed.get(key)) ? changed : new Map(entries);
  };

  const changed = walk(root, "", "document");
  const writtenAt = (pointer: Pointer): Pointer => {
    for (let place = pointer; place !== ""; place = parent(place)) {
      const from = moved.get(place);
      if (from !== undefined) return `${writtenAt(from.owner)}${from.path}${pointer.slice(place.length)}`;
    }
    return pointer;
  };
  return { root: isSourceObject(changed) ? changed : root, writtenAt };
};
