import { spansOf, type Span } from "./spans.js";
import type { SourceObject, SourceValue } from "./value.js";
import type { Anchored, YamlReader } from "./yaml-reader.js";

/** Gathers the members of one mapping. */
export interface Members {
  readonly add: (name: string, key: Span, member: Anchored) => void;
  /** Adds the members of another mapping, except those that are there already; a later `add` overrides them. */
  readonly merge: (source: SourceObject) => void;
  readonly close: () => SourceObject;
}

interface Written {
  readonly key: Span;
  readonly member: Anchored;
  readonly isMerged: boolean;
}

const offsetsOf = ({ key, member }: Written): readonly number[] => [key.start, key.end, member.span.start, member.span.end];

export const createMembers = ({ table, report, place }: YamlReader): Members => {
  // a Map keeps the position of a key whose value is replaced
  const written = new Map<string, Written>();
  return {
    add: (name, key, member) => {
      const earlier = written.get(name);
      if (earlier === undefined || earlier.isMerged) return void written.set(name, { key, member, isMerged: false });
      report("yaml-duplicate-key", key, {
        message: `the key ${JSON.stringify(name)} is written twice`,
        notes: [{ message: "first written here", place: place(earlier.key.start, earlier.key.end) }],
      });
    },
    merge: (source) => {
      [...source].forEach(([name, value], index) => {
        const spans = spansOf(table, source, index);
        if (spans === undefined || written.has(name)) return;
        written.set(name, { key: spans.key, member: { value, span: spans.value }, isMerged: true });
      });
    },
    close: () => {
      const object = new Map<string, SourceValue>();
      const offsets: number[] = [];
      for (const [name, one] of written) {
        object.set(name, one.member.value);
        offsets.push(...offsetsOf(one));
      }
      table.set(object, offsets);
      return object;
    },
  };
};
