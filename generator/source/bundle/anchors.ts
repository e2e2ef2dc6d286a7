import { child, type Pointer } from "../pointer.js";
import { isSourceArray, isSourceObject, type SourceValue } from "../value.js";

/** Names for schemas of one file, other than their pointers (JSON Schema 2020-12 core §8.2). */
export interface Anchors {
  /** Where each `$anchor` stands; several places if it was given twice. */
  readonly named: ReadonlyMap<string, readonly Pointer[]>;
  /** Where each `$id` stands, as it is written. */
  readonly identified: ReadonlyMap<string, Pointer>;
}

/** Members that hold data, in which these words mean nothing. */
const dataKeys = new Set(["example", "examples", "default", "enum", "const"]);

export const anchorsOf = (root: SourceValue): Anchors => {
  const named = new Map<string, Pointer[]>();
  const identified = new Map<string, Pointer>();
  const note = (name: SourceValue | undefined, pointer: Pointer): void => {
    if (typeof name === "string") named.set(name, [...(named.get(name) ?? []), pointer]);
  };
  const visit = (value: SourceValue, pointer: Pointer): void => {
    if (isSourceArray(value)) value.forEach((item, index) => visit(item, child(pointer, index)));
    if (!isSourceObject(value)) return;
    note(value.get("$anchor"), pointer);
    if (value.get("$dynamicAnchor") !== value.get("$anchor")) note(value.get("$dynamicAnchor"), pointer);
    const id = value.get("$id");
    if (typeof id === "string" && !identified.has(id)) identified.set(id.replace(/#$/, ""), pointer);
    for (const [key, member] of value)
      if (!dataKeys.has(key) && !key.startsWith("x-")) visit(member, child(pointer, key));
  };
  visit(root, "");
  return { named, identified };
};
