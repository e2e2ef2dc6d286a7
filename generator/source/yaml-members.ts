import { spansOf } from "./spans.js";
import type { SourceObject, SourceValue } from "./value.js";
import type { YamlReader } from "./yaml-reader.js";

/** The members of one mapping so far. */
export interface Members {
  readonly object: Map<string, SourceValue>;
  /** Four for each member, as in a table of spans. */
  readonly offsets: number[];
  /** The keys that came by `<<`, which a key of the mapping itself may override. */
  merged: Set<string> | undefined;
  /** The numbers of the keys, from when the first one is asked for. */
  numbers: Map<string, number> | undefined;
}

/** A member with the offsets of its key and of its value. */
export interface Member {
  readonly name: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: SourceValue;
  readonly start: number;
  readonly end: number;
}

export const createMembers = (): Members => ({ object: new Map(), offsets: [], merged: undefined, numbers: undefined });

/** With quotes, `<<` is a key like any other. */
export const isMergeKey = (text: string, at: number, key: string): boolean => key === "<<" && text.startsWith(key, at);

const offsetOf = (members: Members, name: string): number => {
  members.numbers ??= new Map([...members.object.keys()].map((key, index) => [key, index]));
  return (members.numbers.get(name) ?? 0) * 4;
};

const append = ({ object, offsets, numbers }: Members, { name, value, keyStart, keyEnd, start, end }: Member): void => {
  numbers?.set(name, object.size);
  object.set(name, value);
  offsets.push(keyStart, keyEnd, start, end);
};

const replace = (members: Members, { name, value, keyStart, keyEnd, start, end }: Member): void => {
  members.object.set(name, value);
  members.offsets.splice(offsetOf(members, name), 4, keyStart, keyEnd, start, end);
};

export const addMember = (members: Members, member: Member, { report, place }: YamlReader): void => {
  const { name, keyStart, keyEnd } = member;
  if (!members.object.has(name)) return append(members, member);
  if (members.merged?.delete(name) === true) return replace(members, member);
  const earlier = offsetOf(members, name);
  report("yaml-duplicate-key", { start: keyStart, end: keyEnd }, {
    message: `the key ${JSON.stringify(name)} is written twice`,
    notes: [{ message: "first written here", place: place(members.offsets[earlier] ?? 0, members.offsets[earlier + 1] ?? 0) }],
  });
};

/** Adds the members of another mapping, except those that are there already. */
export const mergeMembers = (members: Members, source: SourceObject, { table }: YamlReader): void => {
  let index = -1;
  for (const [name, value] of source) {
    index += 1;
    const spans = spansOf(table, source, index);
    if (spans === undefined || members.object.has(name)) continue;
    (members.merged ??= new Set()).add(name);
    append(members, { name, value, keyStart: spans.key.start, keyEnd: spans.key.end, start: spans.value.start, end: spans.value.end });
  }
};

export const closeMembers = ({ object, offsets }: Members, { table }: YamlReader): SourceObject => {
  table.set(object, offsets);
  return object;
};
