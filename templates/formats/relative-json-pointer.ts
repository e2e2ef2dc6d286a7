import { isJsonPointer } from "./json-pointer.js";

const origin = /^(?:0|[1-9]\d*)(?:[+-](?:0|[1-9]\d*))?(?=#$|\/|$)/;

/**
 * Whether `value` is a relative JSON Pointer: draft-bhutton-relative-json-pointer-00, section 3, which is the edition that
 * 2020-12 names. Moving an index before `#` (`0-1#`) is an example there, although the grammar forgets it.
 */
export function isRelativeJsonPointer(value: string): boolean {
  return origin.test(value) && isJsonPointer(value.replace(/^[^/#]*#?/, ""));
}
