import { child, type Pointer, parent } from "../pointer.js";
import type { ReadText } from "../read-text.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../value.js";
import { kindOfMember, type KindName } from "./kinds.js";
import { baseOfFile, resolveUri } from "./uri.js";

/** A schema resource (JSON Schema 2020-12 core §4.3.5): a file, or a schema in it that has an `$id` of its own. */
export interface Resource {
  readonly file: ReadText;
  /** Where its root stands in the file. */
  readonly pointer: Pointer;
  /** The URI that references in it are relative to, and under which it can be referred to. */
  readonly base: string;
  /** Where each `$anchor` and `$dynamicAnchor` stands; several places if it was given twice. */
  readonly anchors: ReadonlyMap<string, readonly Pointer[]>;
  readonly dynamicAnchors: ReadonlyMap<string, Pointer>;
}

/** The resources of one file, the file itself first. */
export interface Resources {
  readonly all: readonly Resource[];
  /** The innermost resource in which a place stands. */
  readonly at: (pointer: Pointer) => Resource;
}

interface Growing extends Resource {
  readonly anchors: Map<string, Pointer[]>;
  readonly dynamicAnchors: Map<string, Pointer>;
}

const grow = (file: ReadText, pointer: Pointer, base: string): Growing => ({
  ...{ file, pointer, base },
  ...{ anchors: new Map<string, Pointer[]>(), dynamicAnchors: new Map<string, Pointer>() },
});

/** Members of a file that is no OpenAPI document and no schema hold schemas, or sections of `components`. */
const rootKind = (value: SourceObject, isEntry: boolean): KindName | "bag" => {
  if (isEntry || value.has("openapi")) return "document";
  const isSchema = [...value].some(([key, member]) => key.startsWith("$") || key === "type" || isKnown(key, member));
  return isSchema ? "schema" : "bag";
};

const isKnown = (key: string, member: SourceValue): boolean =>
  kindOfMember("schema", key) !== "data" && (isSourceObject(member) || isSourceArray(member) || typeof member === "boolean");

const kindIn = (kind: KindName | "bag", key: string): KindName =>
  kind === "bag" ? (key === "components" ? "components" : "schema") : kindOfMember(kind, key);

const isMap = (kind: KindName | "bag"): boolean => kind !== "schema";

const noteAnchor = (resource: Growing, name: SourceValue | undefined, pointer: Pointer): void => {
  if (typeof name === "string") resource.anchors.set(name, [...(resource.anchors.get(name) ?? []), pointer]);
};

const noteAnchors = (resource: Growing, schema: SourceObject, pointer: Pointer): void => {
  const dynamic = schema.get("$dynamicAnchor");
  noteAnchor(resource, schema.get("$anchor"), pointer);
  if (dynamic !== schema.get("$anchor")) noteAnchor(resource, dynamic, pointer);
  if (typeof dynamic === "string" && !resource.dynamicAnchors.has(dynamic)) resource.dynamicAnchors.set(dynamic, pointer);
};

/** Files that name no schema need not be searched. */
const namesSchemas = ({ file }: ReadText): boolean => /\$(?:id|anchor|dynamicAnchor)/.test(file.text);

/** The address of a file, or that of which it is a copy; a document can give itself one (`$self`, OpenAPI 3.2 §4.1.2). */
const baseOf = ({ file, value }: ReadText, retrieved: string | undefined): string => {
  const self = isSourceObject(value) && value.has("openapi") ? value.get("$self") : undefined;
  const base = retrieved ?? baseOfFile(file.path);
  return typeof self === "string" ? (resolveUri(base, self)?.replace(/#.*$/, "") ?? base) : base;
};

/** The resources of a file, found by walking it as far as it holds schemas. */
export const resourcesOf = (file: ReadText, isEntry: boolean, retrieved?: string): Resources => {
  const root = grow(file, "", baseOf(file, retrieved));
  const all: Growing[] = [root];

  const enter = (schema: SourceObject, pointer: Pointer, outer: Growing): Growing => {
    const id = schema.get("$id");
    const base = typeof id === "string" ? resolveUri(outer.base, id)?.replace(/#.*$/, "") : undefined;
    if (base === undefined) return outer;
    const resource = grow(file, pointer, base);
    all.push(resource);
    return resource;
  };

  const visit = (value: SourceValue, pointer: Pointer, kind: KindName | "bag", outer: Growing): void => {
    if (isSourceArray(value)) {
      const kindOfItems = kind === "schema" ? kind : kindIn(kind, "0");
      value.forEach((item, index) => visit(item, child(pointer, index), kindOfItems, outer));
    }
    if (!isSourceObject(value)) return;
    const resource = isMap(kind) ? outer : enter(value, pointer, outer);
    if (!isMap(kind)) noteAnchors(resource, value, pointer);
    for (const [key, member] of value) {
      const kindOfIt = kindIn(kind, key);
      if (kindOfIt !== "data") visit(member, child(pointer, key), kindOfIt, resource);
    }
  };

  if (namesSchemas(file) && isSourceObject(file.value)) visit(file.value, "", rootKind(file.value, isEntry), root);
  const byPointer = new Map(all.map((resource) => [resource.pointer, resource]));
  return {
    all,
    at: (pointer) => {
      if (all.length === 1) return root;
      for (let place = pointer; ; place = parent(place)) {
        const resource = byPointer.get(place);
        if (resource !== undefined) return resource;
        if (place === "") return root;
      }
    },
  };
};
