import { child, tokens, type Pointer } from "../../source/pointer.js";
import { oncePer } from "../once-per.js";
import { reachable } from "../../source/reachable.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";
import { follow, type Placed } from "./follow.js";
import type { Scope, ScopeField } from "./scope.js";

const nothing: SourceObject = new Map();

/** The members of `allOf`, references followed, each once and with theirs. */
const layersOf = (root: SourceObject, { value: start, pointer: startPointer }: Placed): readonly Placed[] => {
  const pointers = new Map<SourceObject, Pointer>([[start, startPointer]]);
  const pointerOf = (layer: SourceObject): Pointer => pointers.get(layer) ?? startPointer;
  const membersOf = (layer: SourceObject): readonly SourceObject[] => {
    const all = layer.get("allOf");
    if (!isSourceArray(all)) return [];
    const members = all.flatMap((one, index) => follow(root, one, child(pointerOf(layer), "allOf", index)) ?? []);
    for (const { value, pointer } of members) if (!pointers.has(value)) pointers.set(value, pointer);
    return members.map(({ value }) => value);
  };
  return reachable(start, membersOf).map((value) => ({ value, pointer: pointerOf(value) }));
};

/** The schema of a field; one that only refers to another, or combines one, with what that says. */
const schemaOf = (root: SourceObject, value: SourceValue, pointer: Pointer): SourceObject => {
  const placed = follow(root, value, pointer);
  if (placed === undefined) return nothing;
  const layers = layersOf(root, placed).map((layer) => [...layer.value]);
  return layers.length === 1 ? placed.value : new Map(layers.toReversed().flat());
};

const fieldsOf = (root: SourceObject, { value, pointer }: Placed): readonly (readonly [string, ScopeField])[] => {
  const properties = value.get("properties");
  if (!isSourceObject(properties)) return [];
  return [...properties].map(([name, schema]) => {
    const at = child(pointer, "properties", name);
    return [name, { name, pointer: at, schema: schemaOf(root, schema, at), source: isSourceObject(schema) ? schema : nothing }] as const;
  });
};

/** objectTitle("/components/schemas/Pet/properties/owner") ~> "Pet.owner" */
const objectTitle = (pointer: Pointer): string => {
  const path = tokens(pointer);
  if (path[0] === "components" && path[1] === "schemas") return path.slice(2).filter((token) => token !== "properties").join(".");
  const operation = path[0] === "paths" ? `${(path[2] ?? "").toUpperCase()} ${path[1] ?? ""}` : path.slice(0, 2).join(" ");
  const rest = path.slice(3).filter((token) => !["content", "schema", "properties"].includes(token));
  return [operation, ...rest].join(" ");
};

const namesIn = (value: SourceValue | undefined): readonly string[] => (isSourceArray(value) ? value.filter((one): one is string => typeof one === "string") : []);

/** The scope of an object; undefined where it has no fields. */
export type ObjectScopes = (placed: Placed) => Scope | undefined;

/** The fields of objects, those of their `allOf` included. Each object is looked at once: operations share bodies, and schemas their bases. */
export const createObjectScopes = (root: SourceObject): ObjectScopes => {
  const layerFields = oncePer((value: SourceObject) => oncePer((pointer: Pointer) => fieldsOf(root, { value, pointer })));
  const scopeOf = (placed: Placed): Scope | undefined => {
    const layers = layersOf(root, placed);
    const fields = new Map(layers.toReversed().flatMap(({ value, pointer }) => layerFields(value)(pointer)));
    if (fields.size === 0) return undefined;
    const required = new Set(layers.flatMap(({ value }) => namesIn(value.get("required"))));
    return { kind: "object", pointer: placed.pointer, title: objectTitle(placed.pointer), fields, required };
  };
  const scopes = oncePer((value: SourceObject) => oncePer((pointer: Pointer) => ({ scope: scopeOf({ value, pointer }) })));
  return ({ value, pointer }) => scopes(value)(pointer).scope;
};
