import type { Note } from "../../diagnostics/diagnostic.js";
import type { Place } from "../../diagnostics/place.js";
import type { Origin } from "../bundle/origins.js";
import { child, type Pointer, tokens } from "../pointer.js";
import { memberOf } from "../resolve.js";
import type { SourceValue } from "../value.js";

/** Where a value was written, and where those of its parts were that come from elsewhere. */
export interface Trace {
  readonly origin: Origin;
  /** How the value got here, if it was not written here. */
  readonly notes: readonly TraceNote[];
  readonly members: ReadonlyMap<string, Trace>;
}

export interface TraceNote {
  readonly message: string;
  readonly origin: Origin;
}

export interface Traced {
  readonly value: SourceValue;
  readonly trace: Trace;
}

const none: ReadonlyMap<string, Trace> = new Map();

export const traceFrom = (origin: Origin, notes: readonly TraceNote[] = []): Trace => ({ origin, notes, members: none });

/** Where a part was written: beside the rest, unless that is known better. */
export const traceOfMember = ({ origin, notes, members }: Trace, token: string | number): Trace =>
  members.get(String(token)) ?? traceFrom({ file: origin.file, from: child(origin.from, token) }, notes);

const placeOf = ({ file, from }: Origin, part?: "key" | "value"): Place => file.locate(from, part);

/** The trace of what a pointer leads to, or of its nearest parent that exists. */
export const traceAt = ({ value, trace }: Traced, pointer: Pointer): { readonly trace: Trace; readonly isWhole: boolean } => {
  let [current, found]: [SourceValue, Trace] = [value, trace];
  for (const token of tokens(pointer)) {
    const next = memberOf(current, token);
    if (next === undefined) return { trace: found, isWhole: false };
    [current, found] = [next, traceOfMember(found, token)];
  }
  return { trace: found, isWhole: true };
};

/** The place in the file in which a part of the value was written. */
export const locateIn = (traced: Traced, pointer: Pointer, part?: "key" | "value"): Place => {
  const { trace, isWhole } = traceAt(traced, pointer);
  return placeOf(trace.origin, isWhole ? part : "value");
};

/** What a reader has to know of how a part of the value got to where it is. */
export const notesIn = (traced: Traced, pointer: Pointer): readonly Note[] =>
  traceAt(traced, pointer).trace.notes.map(({ message, origin }) => ({ message, place: placeOf(origin, origin.from === "" ? "value" : "key") }));
