import type { Report } from "../../diagnostics/collector.js";
import { child, type Pointer } from "../pointer.js";
import { resolveReference } from "../resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../value.js";
import { hasReferences, kindOfMember, type KindName } from "./kinds.js";

const referenceOf = (value: SourceValue): string | undefined => {
  const reference = isSourceObject(value) ? value.get("$ref") : undefined;
  return typeof reference === "string" ? reference : undefined;
};

/**
 * Reports every `$ref` that, followed from target to target, only leads back to itself. Recursion through a property or an
 * item is no such circle.
 */
export const reportCycles = (root: SourceObject, report: Report): void => {
  const reported = new Set<Pointer>();

  const follow = (start: Pointer, value: SourceValue): void => {
    const chain: Pointer[] = [];
    let at = start;
    let current = value;
    for (let text = referenceOf(current); text !== undefined; text = referenceOf(current)) {
      if (chain.includes(at)) {
        const circle = chain.slice(chain.indexOf(at));
        if (circle.some((pointer) => reported.has(pointer))) return;
        for (const pointer of circle) reported.add(pointer);
        const [first = at, ...others] = circle;
        report("ref-cycle", {
          message: "following this `$ref` only leads back to it",
          at: { pointer: child(first, "$ref") },
          notes: others.map((pointer) => ({ message: "by way of this one", target: { pointer: child(pointer, "$ref") } })),
        });
        return;
      }
      chain.push(at);
      const target = resolveReference(root, text);
      if (target === undefined) return;
      at = target.pointer;
      current = target.value;
    }
  };

  const visit = (value: SourceValue, pointer: Pointer, kind: KindName): void => {
    if (kind === "data") return;
    if (isSourceArray(value))
      value.forEach((item, index) => visit(item, child(pointer, index), kind === "schema" ? kind : kindOfMember(kind, String(index))));
    if (!isSourceObject(value)) return;
    if (hasReferences(kind) && value.has("$ref")) follow(pointer, value);
    for (const [key, member] of value) visit(member, child(pointer, key), kindOfMember(kind, key));
  };

  visit(root, "", "document");
};
