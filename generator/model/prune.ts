import { child, type Pointer } from "../source/pointer.js";
import { isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";

/** Keywords whose members can be consumed one by one. */
const byMember = new Set(["dependentRequired", "dependentSchemas"]);

const pruneMembers = (value: SourceValue, pointer: Pointer, consumed: ReadonlySet<Pointer>): SourceValue | undefined => {
  if (!isSourceObject(value)) return value;
  const left = new Map([...value].filter(([name]) => !consumed.has(child(pointer, name))));
  return left.size === 0 ? undefined : left;
};

/** The schema at `pointer` without the keywords that were read into rules. */
export const prune = (source: SourceObject, pointer: Pointer, consumed: ReadonlySet<Pointer>): SourceObject =>
  new Map(
    [...source].flatMap(([key, value]): readonly [string, SourceValue][] => {
      const at = child(pointer, key);
      if (consumed.has(at)) return [];
      const kept = byMember.has(key) ? pruneMembers(value, at, consumed) : value;
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
