import type { SourceArray, SourceObject, SourceValue } from "./value.js";

/** A stretch of text: offsets of its first character and of the one after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Four offsets for each member: start and end of its key, start and end of its value. Items have their value twice. */
const width = 4;

/** Where the members of each object and list stand in the text, in the order of the members. */
export type SpanTable = ReadonlyMap<SourceObject | SourceArray, readonly number[]>;

export const spansOf = (table: SpanTable, container: SourceObject | SourceArray, index: number): MemberSpans | undefined => {
  const offsets = table.get(container)?.slice(index * width, (index + 1) * width);
  if (offsets?.length !== width) return undefined;
  const [keyStart = 0, keyEnd = 0, start = 0, end = 0] = offsets;
  return { key: { start: keyStart, end: keyEnd }, value: { start, end } };
};

export interface MemberSpans {
  readonly key: Span;
  readonly value: Span;
}

/** A value with the places of all its parts. */
export interface SpannedValue {
  readonly value: SourceValue;
  readonly span: Span;
  readonly table: SpanTable;
}
