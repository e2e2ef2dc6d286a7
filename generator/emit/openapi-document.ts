import { hoistReferences } from "./hoist-references.js";
import type { Contract } from "../model/contract.js";
import { demanded } from "../model/directions.js";
import { createIsChildOfUnion, withoutUnion } from "../model/cut-union.js";
import { child, type Pointer } from "../source/pointer.js";
import { resolveReference } from "../source/resolve.js";
import { plainReference, plainSchema } from "./types/plain-schema.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";

/** Keywords that vanish when nothing is left in them. */
const containers = new Set(["dependentRequired", "dependentSchemas", "allOf"]);

const isLeft = (key: string, value: SourceValue): boolean => {
  if (!containers.has(key)) return true;
  return isSourceObject(value) ? value.size > 0 : !isSourceArray(value) || value.length > 0;
};

/** Members of these are called what the description likes, so that no name among them is a keyword. */
const nameMaps = new Set([
  "callbacks",
  "content",
  "definitions",
  "$defs",
  "dependentSchemas",
  "encoding",
  "headers",
  "links",
  "mapping",
  "parameters",
  "pathItems",
  "paths",
  "patternProperties",
  "properties",
  "requestBodies",
  "responses",
  "schemas",
  "scopes",
  "securitySchemes",
  "variables",
  "webhooks",
]);

/** Examples are data, in which a `$ref` would be followed all the same, out into the network if it leads there. */
const isDropped = (key: string): boolean => key === "example" || key === "examples" || key.startsWith("x-");

/** Maps of the standard in which such a name is an extension. Components may be called so. */
const isExtension = (key: string, map: Pointer): boolean => key.startsWith("x-") && (map === "/paths" || (map.endsWith("/responses") && map !== "/components/responses"));

/**
 * The document without the keywords that became rules. What is left has no branch that only says `required`, which is
 * what makes openapi-typescript's unions collapse to `unknown`. Examples and extensions, which say nothing about types,
 * are left out.
 */
export const openapiDocument = (contract: Contract): SourceObject => {
  const consumed = new Set<Pointer>(contract.consumed);
  // a description of OpenAPI 3.0 says nothing beside a reference
  const countsBeside = !String(contract.document.get("openapi")).startsWith("3.0.");
  const isChildOfUnion = createIsChildOfUnion(contract.document);

  const members = (value: SourceObject, pointer: Pointer, isNameMap: boolean): SourceObject =>
    new Map(
      [...value].flatMap(([key, member]): readonly [string, SourceValue][] => {
        const at = child(pointer, key);
        if (consumed.has(at) || (isNameMap ? isExtension(key, pointer) : isDropped(key))) return [];
        const left = pruned(member, at, !isNameMap && nameMaps.has(key));
        return isLeft(key, left) ? [[key, left]] : [];
      }),
    );

  const wasEmptied = (before: SourceValue, after: SourceValue): boolean =>
    isSourceObject(before) && isSourceObject(after) && before.size > 0 && after.size === 0;

  /** A parent whose union lists its own child stands there by itself: named, it would be a type that contains itself. */
  const baseOf = (value: SourceObject, pointer: Pointer): SourceValue | undefined => {
    const reference = value.get("$ref");
    const target = typeof reference === "string" ? resolveReference(contract.document, reference) : undefined;
    if (target === undefined || !isSourceObject(target.value)) return undefined;
    if (!isChildOfUnion(pointer, target.pointer)) return undefined;
    return pruned(withoutUnion(target.value), target.pointer, false);
  };

  const pruned = (value: SourceValue, pointer: Pointer, isNameMap: boolean): SourceValue => {
    if (isSourceArray(value))
      return value.flatMap((item, index) => {
        const left = pruned(item, child(pointer, index), false);
        return wasEmptied(item, left) ? [] : [left];
      });
    if (!isSourceObject(value)) return value;
    const base = isNameMap ? undefined : baseOf(value, pointer);
    if (base !== undefined) return base;
    if (isNameMap) return members(value, pointer, true);
    const directions = contract.demands(pointer);
    // a type that is read and written is for the reader first, so it keeps what only one side demands
    const plain = members(directions.size === 1 ? demanded(value, directions, contract.document) : value, pointer, false);
    return plainSchema(countsBeside ? plainReference(plain) : plain);
  };

  return hoistReferences(members(contract.document, "", false), (reference) => {
    // looked for as the description has it: members of lists have moved up where others before them are gone
    const target = resolveReference(contract.document, reference);
    return target && { pointer: target.pointer, copy: () => pruned(target.value, target.pointer, false) };
  });
};
