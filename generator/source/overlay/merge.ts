import { isSourceArray, isSourceObject, type SourceArray, type SourceObject, type SourceValue } from "../value.js";
import { type Trace, type Traced, type TraceNote, traceOfMember } from "./trace.js";

/** Told of values that cannot be merged (Overlay 1.1 §4.4.3.1). */
export type Clash = (target: Traced, update: Traced) => void;

export type Shape = "object" | "list" | "single value";

export const shapeOf = (value: SourceValue): Shape => (isSourceObject(value) ? "object" : isSourceArray(value) ? "list" : "single value");

const into = "put by an overlay into what stands here";
const inPlaceOf = "put by an overlay in place of what stands here";

const put = ({ value, trace }: Traced, message: string, at: Trace): Traced => ({
  value,
  trace: { ...trace, notes: [...trace.notes, { message, origin: at.origin }] satisfies readonly TraceNote[] },
});

const memberAt = (value: SourceValue, trace: Trace, token: string | number): Traced => ({ value, trace: traceOfMember(trace, token) });

const mergeObjects = (target: SourceObject, trace: Trace, update: SourceObject, source: Trace, clash: Clash): Traced => {
  const value = new Map(target);
  const members = new Map(trace.members);
  for (const [name, added] of update) {
    const own = target.get(name);
    const from = memberAt(added, source, name);
    const merged = own === undefined ? put(from, into, trace) : merge(memberAt(own, trace, name), from, clash);
    value.set(name, merged.value);
    members.set(name, merged.trace);
  }
  return { value, trace: { ...trace, members } };
};

const append = (target: SourceArray, trace: Trace, items: readonly Traced[]): Traced => {
  const members = new Map(trace.members);
  items.forEach((item, index) => members.set(String(target.length + index), put(item, into, trace).trace));
  return { value: [...target, ...items.map(({ value }) => value)], trace: { ...trace, members } };
};

const itemsOf = (items: SourceArray, trace: Trace): readonly Traced[] => items.map((item, index) => memberAt(item, trace, index));

/**
 * The target with an update in it (Overlay 1.1 §4.4.3.1): objects are merged member by member, lists are joined, and single
 * values take the place of single values. What fits nothing is told, and left out.
 */
export const merge = (target: Traced, update: Traced, clash: Clash): Traced => {
  const [own, added] = [target.value, update.value];
  if (isSourceObject(own) && isSourceObject(added)) return mergeObjects(own, target.trace, added, update.trace, clash);
  if (isSourceArray(own) && isSourceArray(added)) return append(own, target.trace, itemsOf(added, update.trace));
  if (shapeOf(own) === "single value" && shapeOf(added) === "single value") return put(update, inPlaceOf, target.trace);
  clash(target, update);
  return target;
};

/** A target that an action names takes a single item too, where it is a list. */
export const mergeTarget = (target: Traced, update: Traced, clash: Clash): Traced =>
  isSourceArray(target.value) && !isSourceArray(update.value) ? append(target.value, target.trace, [update]) : merge(target, update, clash);
