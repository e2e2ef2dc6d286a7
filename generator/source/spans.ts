import { isSourceObject, type SourceArray, type SourceObject, type SourceValue } from "./value.js";

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

/** From this size on, looking a key up is worth an index. */
const isLarge = 32;

/**
 * The place of a member among those of its object or list, -1 where it is none. Keys of large objects are numbered once, so
 * nothing may be added to them any more.
 */
export const createIndexOf = (): ((container: SourceObject | SourceArray, token: string) => number) => {
  const known = new Map<SourceObject, ReadonlyMap<string, number>>();
  const numbered = (container: SourceObject): ReadonlyMap<string, number> => {
    const keys = known.get(container) ?? new Map([...container.keys()].map((key, index) => [key, index]));
    known.set(container, keys);
    return keys;
  };
  return (container, token) => {
    if (!isSourceObject(container)) return Number(token);
    if (!container.has(token)) return -1;
    return container.size < isLarge ? [...container.keys()].indexOf(token) : (numbered(container).get(token) ?? -1);
  };
};
