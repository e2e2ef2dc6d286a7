import { type Pointer, tokens } from "./pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "./value.js";

/** The member of an object or list that a reference token names (RFC 6901 §4). */
export const memberOf = (value: SourceValue | undefined, token: string): SourceValue | undefined => {
  if (isSourceObject(value)) return value.get(token);
  return isSourceArray(value) && /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
};

/** What stands at a pointer, or undefined. */
export const valueAt = (root: SourceValue, pointer: Pointer): SourceValue | undefined =>
  tokens(pointer).reduce<SourceValue | undefined>(memberOf, root);

/** A fragment of a URI without its percent-encoding; undefined where that is none (RFC 3986 §2.1). */
export const decoded = (fragment: string): string | undefined => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
};

/** The target of a local reference (`#/…`, RFC 6901 §6), one step. */
export const resolveReference = (
  root: SourceObject,
  reference: string,
): { readonly pointer: Pointer; readonly value: SourceValue } | undefined => {
  const pointer = reference.startsWith("#") ? decoded(reference.slice(1)) : undefined;
  if (pointer === undefined || (pointer !== "" && !pointer.startsWith("/"))) return undefined;
  const value = valueAt(root, pointer);
  return value === undefined ? undefined : { pointer, value };
};
