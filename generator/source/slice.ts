import type { Report } from "../diagnostics/collector.js";
import { suggest } from "../diagnostics/suggest.js";
import { operationMethods } from "./operation-methods.js";
import { tokens } from "./pointer.js";
import { resolveReference } from "./resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "./value.js";

/** Where an operation stands: `["paths", "/pets", "get"]`, `["webhooks", "newPet", "additionalOperations", "COPY"]`. */
type Place = readonly string[];

interface Found {
  readonly place: Place;
  /** What a pattern may name: the operationId, tags, `GET /pets`. */
  readonly names: readonly string[];
}

const objectAt = (value: SourceValue | undefined, ...path: readonly string[]): SourceObject => {
  const [first, ...rest] = path;
  if (first !== undefined) return objectAt(isSourceObject(value) ? value.get(first) : undefined, ...rest);
  return isSourceObject(value) ? value : new Map();
};

const operationsOf = (root: SourceObject): readonly Found[] =>
  ["paths", "webhooks"].flatMap((area) =>
    [...objectAt(root, area)].flatMap(([path, item]) => {
      const direct = operationMethods.map((method): readonly [Place, string] => [[method], method]);
      const further = [...objectAt(item, "additionalOperations").keys()].map((method): readonly [Place, string] => [["additionalOperations", method], method]);
      return [...direct, ...further].flatMap(([way, method]): readonly Found[] => {
        const operation = objectAt(item, ...way);
        if (operation.size === 0) return [];
        const tags = operation.get("tags");
        const names = [operation.get("operationId"), ...(isSourceArray(tags) ? tags : []), `${method.toUpperCase()} ${path}`];
        return [{ place: [area, path, ...way], names: names.filter((name): name is string => typeof name === "string") }];
      });
    }),
  );

const special = /[.*+?^${}()|[\]\\]/g;

/** patternOf("list*") ~> /^list.*$/; a star stands for anything, nothing else has a meaning. */
const patternOf = (pattern: string): RegExp => new RegExp(`^${pattern.split("*").map((part) => part.replaceAll(special, "\\$&")).join(".*")}$`, "s");

const select = (operations: readonly Found[], patterns: readonly string[], report: Report): readonly Place[] => {
  const all = [...new Set(operations.flatMap(({ names }) => names))];
  const selected = new Set<Place>();
  for (const pattern of patterns) {
    const expression = patternOf(pattern);
    const matching = operations.filter(({ names }) => names.some((name) => expression.test(name)));
    for (const { place } of matching) selected.add(place);
    if (matching.length > 0) continue;
    const near = suggest(pattern, all);
    report("only-unmatched", {
      message: `no operation has the operationId, the tag or the method and path ${JSON.stringify(pattern)}`,
      ...(near === undefined ? {} : { hint: `did you mean ${near}?` }),
    });
  }
  return [...selected];
};

const keyOf = (place: Place): string => place.join("\n");

/** What the parts of a document need of it. */
interface Needs {
  readonly root: SourceObject;
  /** `schemas\nPet`, of `components`. */
  readonly components: Set<string>;
  readonly operations: Map<string, Place>;
  dynamic: boolean;
}

const noteReference = (reference: string, needs: Needs): void => {
  const path = tokens(resolveReference(needs.root, reference)?.pointer ?? "");
  const [area, section, name] = path;
  if (area === "components" && section !== undefined && name !== undefined) needs.components.add(keyOf([section, name]));
  // what stands in an operation cannot be there without it
  if ((area === "paths" || area === "webhooks") && section !== undefined && name !== undefined) {
    const place = name === "additionalOperations" ? path.slice(0, 4) : path.slice(0, 3);
    needs.operations.set(keyOf(place), place);
  }
};

const noteMember = (key: string, value: SourceValue, needs: Needs): void => {
  if (key === "$dynamicRef") needs.dynamic = true;
  // the values of a mapping are names of schemas, or references
  if (key === "mapping" && isSourceObject(value))
    for (const name of value.values()) if (typeof name === "string" && !name.startsWith("#")) needs.components.add(keyOf(["schemas", name]));
  if (key === "security" && isSourceArray(value))
    for (const requirement of value) for (const name of objectAt(requirement).keys()) needs.components.add(keyOf(["securitySchemes", name]));
};

/** Every text that looks like a reference counts: one too many only keeps a component. */
const noteNeeds = (value: SourceValue | undefined, needs: Needs): void => {
  if (typeof value === "string" && value.startsWith("#/")) noteReference(value, needs);
  if (isSourceArray(value)) for (const item of value) noteNeeds(item, needs);
  if (!isSourceObject(value)) return;
  for (const [key, member] of value) {
    noteMember(key, member, needs);
    noteNeeds(member, needs);
  }
};

/** Schemas that take a schema with a `discriminator` into their `allOf`: values of theirs stand where it is asked for. */
const childrenOf = (schemas: SourceObject): ReadonlyMap<string, readonly string[]> => {
  const children = new Map<string, string[]>();
  for (const [name, schema] of schemas) {
    const all = objectAt(schema).get("allOf");
    for (const member of isSourceArray(all) ? all : []) {
      const reference = objectAt(member).get("$ref");
      const [, , parent] = typeof reference === "string" && reference.startsWith("#/components/schemas/") ? tokens(reference.slice(1)) : [];
      if (parent === undefined || !objectAt(schemas, parent).has("discriminator")) continue;
      children.set(parent, [...(children.get(parent) ?? []), name]);
    }
  }
  return children;
};

/** A path item, or all of them below an area, with no operations but those. */
const withOperations = (item: SourceObject, ways: readonly Place[]): SourceObject => {
  const isKept = (...way: Place): boolean => ways.some((kept) => keyOf(kept) === keyOf(way));
  return new Map(
    [...item].flatMap(([key, member]): readonly [string, SourceValue][] => {
      if (key !== "additionalOperations") return !operationMethods.includes(key) || isKept(key) ? [[key, member]] : [];
      const further = [...objectAt(member)].filter(([method]) => isKept(key, method));
      return further.length === 0 ? [] : [[key, new Map(further)]];
    }),
  );
};

const areaWith = (area: string, root: SourceObject, places: readonly Place[]): SourceObject =>
  new Map(
    [...objectAt(root, area)].flatMap(([path, item]): readonly [string, SourceValue][] => {
      const ways = places.filter(([first, second]) => first === area && second === path).map((place) => place.slice(2));
      if (path.startsWith("x-")) return [[path, item]];
      return ways.length === 0 ? [] : [[path, withOperations(objectAt(item), ways)]];
    }),
  );

/**
 * The document with the operations that the patterns name (an operationId, a tag, or `GET /pets`; `*` stands for anything), and with the
 * components that these need, in the order in which they stood. An operation that another refers into comes along. A pattern that
 * matches nothing is reported.
 */
export const sliceDocument = (root: SourceObject, patterns: readonly string[], report: Report): SourceObject => {
  const places = new Map(select(operationsOf(root), patterns, report).map((place) => [keyOf(place), place]));
  const needs: Needs = { root, components: new Set(), operations: new Map(), dynamic: false };
  const components = objectAt(root, "components");
  const children = childrenOf(objectAt(components, "schemas"));
  noteMember("security", root.get("security") ?? null, needs);
  // both grow while they are gone through
  const reachOperations = (): void => {
    for (const place of places.values()) {
      noteNeeds(objectAt(root, ...place), needs);
      const shared = objectAt(root, ...place.slice(0, 2));
      noteNeeds(shared.get("parameters"), needs);
      for (const [key, needed] of needs.operations) places.set(key, needed);
    }
  };
  reachOperations();
  for (const key of needs.components) {
    const [section = "", name = ""] = key.split("\n");
    noteNeeds(objectAt(components, section).get(name), needs);
    if (section === "schemas") for (const child of children.get(name) ?? []) needs.components.add(keyOf(["schemas", child]));
    if ([...needs.operations.keys()].some((operation) => !places.has(operation))) {
      for (const [operation, place] of needs.operations) places.set(operation, place);
      reachOperations();
    }
  }
  const kept = new Map(
    [...components].map(([section, members]): readonly [string, SourceValue] => [
      section,
      // where a `$dynamicRef` leads is not to be seen from here
      section.startsWith("x-") || !isSourceObject(members) || (section === "schemas" && needs.dynamic)
        ? members
        : new Map([...members].filter(([name]) => needs.components.has(keyOf([section, name])))),
    ]),
  );
  const all = [...places.values()];
  const partOf = (key: string, value: SourceValue): SourceValue => {
    if (key === "paths" || key === "webhooks") return areaWith(key, root, all);
    return key === "components" ? kept : value;
  };
  return new Map([...root].map(([key, value]) => [key, partOf(key, value)]));
};
