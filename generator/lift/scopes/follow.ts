import type { Pointer } from "../../source/pointer.js";
import { resolveReference } from "../../source/resolve.js";
import { isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";

/** An object of the description, and where it stands. */
export interface Placed {
  readonly value: SourceObject;
  readonly pointer: Pointer;
}

/** The object that a value is or refers to within the same file, and where it stands, which `followed` does not tell; undefined where that is none. */
export const follow = (root: SourceObject, value: SourceValue | undefined, pointer: Pointer): Placed | undefined => {
  const seen = new Set<SourceObject>();
  let current: Placed | undefined = isSourceObject(value) ? { value, pointer } : undefined;
  while (current !== undefined && !seen.has(current.value)) {
    seen.add(current.value);
    const reference = current.value.get("$ref");
    if (typeof reference !== "string") return current;
    const target = resolveReference(root, reference);
    current = target !== undefined && isSourceObject(target.value) ? { value: target.value, pointer: target.pointer } : undefined;
  }
  return undefined;
};
