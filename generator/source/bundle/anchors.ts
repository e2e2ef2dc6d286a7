import { child, type Pointer } from "../pointer.js";
import { isSourceArray, isSourceObject, type SourceValue } from "../value.js";

/** Where each `$anchor` of a document stands (JSON Schema 2020-12 core §8.2.2); one that stands twice is left out. */
export const anchorsOf = (root: SourceValue): ReadonlyMap<string, Pointer> => {
  const found = new Map<string, Pointer>();
  const repeated = new Set<string>();
  const visit = (value: SourceValue, pointer: Pointer): void => {
    if (isSourceArray(value)) value.forEach((item, index) => visit(item, child(pointer, index)));
    if (!isSourceObject(value)) return;
    const anchor = value.get("$anchor");
    if (typeof anchor === "string") {
      if (found.has(anchor)) repeated.add(anchor);
      found.set(anchor, pointer);
    }
    for (const [key, member] of value) visit(member, child(pointer, key));
  };
  visit(root, "");
  return new Map([...found].filter(([anchor]) => !repeated.has(anchor)));
};
