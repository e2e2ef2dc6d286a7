import { resolveReference } from "../../source/resolve.js";
import { isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";
import type { Pointer } from "../../source/pointer.js";

/** An object of the description, and where it stands. */
export interface Placed {
  readonly value: SourceObject;
  readonly pointer: Pointer;
}

/** References to references, at most. */
const longestChain = 32;

/** The object that a value is or refers to within the same file; undefined where that is none. */
export const follow = (root: SourceObject, value: SourceValue | undefined, pointer: Pointer): Placed | undefined => {
  let current: Placed | undefined = isSourceObject(value) ? { value, pointer } : undefined;
  for (let step = 0; step < longestChain && current !== undefined; step += 1) {
    const reference = current.value.get("$ref");
    if (typeof reference !== "string") return current;
    const target = resolveReference(root, reference);
    current = target !== undefined && isSourceObject(target.value) ? { value: target.value, pointer: target.pointer } : undefined;
  }
  return undefined;
};
