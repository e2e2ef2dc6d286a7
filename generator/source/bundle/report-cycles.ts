import type { Report } from "../../diagnostics/collector.js";
import { child, type Pointer } from "../pointer.js";
import { resolveReference, valueAt } from "../resolve.js";
import { isSourceObject, type SourceObject } from "../value.js";

/** What the reference at a place leads to in one step. */
const next = (root: SourceObject, pointer: Pointer): Pointer | undefined => {
  const value = valueAt(root, pointer);
  const reference = isSourceObject(value) ? value.get("$ref") : undefined;
  return typeof reference === "string" ? resolveReference(root, reference)?.pointer : undefined;
};

/**
 * Reports every `$ref` that, followed from target to target, only leads back to itself; each circle once, at the first of
 * the places where references to references stand. Recursion through a property or an item is no such circle.
 */
export const reportCycles = (root: SourceObject, chains: readonly Pointer[], report: Report): void => {
  const done = new Set<Pointer>();
  for (const start of chains) {
    const chain = new Set<Pointer>();
    let at: Pointer | undefined = start;
    for (; at !== undefined && !done.has(at) && !chain.has(at); at = next(root, at)) chain.add(at);
    for (const pointer of chain) done.add(pointer);
    if (at === undefined || !chain.has(at)) continue;
    const passed = [...chain];
    const [first = at, ...others] = passed.slice(passed.indexOf(at));
    report("ref-cycle", {
      message: "following this `$ref` only leads back to it",
      at: { pointer: child(first, "$ref") },
      notes: others.map((pointer) => ({ message: "by way of this one", target: { pointer: child(pointer, "$ref") } })),
    });
  }
};
