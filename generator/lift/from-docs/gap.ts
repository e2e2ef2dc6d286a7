import type { Place } from "../../diagnostics/place.js";
import { child, type Pointer } from "../../source/pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";

/** Something that a documentation leaves open. */
export interface Gap {
  /** inferred: the description holds what follows from something else. unknown: it holds the widest reading, or leaves it out. */
  readonly mark: "inferred" | "unknown";
  /** The object of the description that it is about. */
  readonly pointer: Pointer;
  /** The keywords of that object that it is about; none for the whole. */
  readonly keywords: readonly string[];
  /** What is open, and why the description is as it is. */
  readonly reason: string;
  /** How to close it. */
  readonly fill: string;
  /** The place of the documentation from which it follows. */
  readonly place?: Place;
}

export type Note = (gap: Gap) => void;

const provenanceOf = ({ mark, reason, keywords }: Gap): SourceValue =>
  keywords.length === 0 ? `${mark}: ${reason}` : new Map<string, SourceValue>([["mark", mark], ["reason", reason], ["keywords", keywords]]);

const noteOf = (gaps: readonly Gap[]): SourceValue => {
  const [first, ...more] = gaps.map(provenanceOf);
  return first === undefined || more.length > 0 ? gaps.map(provenanceOf) : first;
};

/** The description with `x-provenance` in every object that a gap is about, as the last of its members. */
export const withProvenance = (document: SourceObject, gaps: readonly Gap[]): SourceObject => {
  const byPointer = new Map<Pointer, Gap[]>();
  for (const gap of gaps) {
    const own = byPointer.get(gap.pointer);
    if (own === undefined) byPointer.set(gap.pointer, [gap]);
    else own.push(gap);
  }
  const marked = (value: SourceValue, pointer: Pointer): SourceValue => {
    if (isSourceArray(value)) return value.map((item, index) => marked(item, child(pointer, index)));
    return isSourceObject(value) ? markedObject(value, pointer) : value;
  };
  const markedObject = (object: SourceObject, pointer: Pointer): SourceObject => {
    const members = [...object].map(([key, value]) => [key, marked(value, child(pointer, key))] as const);
    const own = byPointer.get(pointer);
    return new Map<string, SourceValue>(own === undefined ? members : [...members, ["x-provenance", noteOf(own)]]);
  };
  return markedObject(document, "");
};
