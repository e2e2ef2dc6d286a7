import type { JsonValue } from "../../code/json-value.js";
import type { JsonType } from "../../model/schema.js";
import { changed, type Comparing, type Found, matched } from "../comparing.js";
import type { ChangeCode } from "../registry.js";
import { listedText, typesText } from "../shapes/describe.js";
import { allTypes, flatten, takesType } from "../shapes/flat.js";
import { together } from "../shapes/together.js";
import { foundAt, type Meeting } from "./meeting.js";

const withoutNull = (types: ReadonlySet<JsonType>): ReadonlySet<JsonType> => new Set([...types].filter((type) => type !== "null"));

const covers = (outer: ReadonlySet<JsonType>, inner: ReadonlySet<JsonType>): boolean => [...inner].every((type) => takesType(outer, type));

const compareListed = (meeting: Meeting, old: readonly JsonValue[], now: readonly JsonValue[]): readonly Found[] => {
  const textOf = (value: JsonValue): string => JSON.stringify(value);
  const { removed, added } = matched(old.filter((value) => value !== null), now.filter((value) => value !== null), textOf);
  return [
    ...removed.map((value) => foundAt(meeting, "enum-value-removed", textOf(value), "enum")),
    ...added.map((value) => foundAt(meeting, "enum-value-added", textOf(value), "enum")),
  ];
};

/** Types but for null. What schemas that both hold to say of them counts where a side says something of its own; else it is theirs to tell. */
const typesOf = ({ pair, old, now }: Meeting, { oldWorld, newWorld }: Comparing): readonly [ReadonlySet<JsonType>, ReadonlySet<JsonType>] => {
  const isSilent = old.flat.types.size === allTypes.length && now.flat.types.size === allTypes.length;
  const [before, after] = isSilent ? [old.flat, now.flat] : [flatten(pair.before, oldWorld), flatten(pair.after, newWorld)];
  return [withoutNull(before.types), withoutNull(after.types)];
};

/** What became of the types and the listed values; `isOther` where nothing else is worth comparing. */
export const compareTypes = (meeting: Meeting, comparing: Comparing): { readonly found: readonly Found[]; readonly isOther: boolean } => {
  const { pair, old, now } = meeting;
  const [before, after] = typesOf(meeting, comparing);
  const words = changed(typesText(before), typesText(after));
  const done = (code: ChangeCode, detail: string, keyword: string, isOther: boolean) => ({ found: [foundAt(meeting, code, detail, keyword)], isOther });
  if (old.flat.listed !== undefined && now.flat.listed !== undefined) return { found: compareListed(meeting, old.flat.listed, now.flat.listed), isOther: false };
  if (now.flat.listed !== undefined) {
    const isPart = covers(before, after) && comparing.staysKnown(pair.after, together(pair.before));
    return done(isPart ? "enum-closed" : "type-changed", isPart ? listedText(now.flat.listed) : words, "enum", !isPart);
  }
  if (old.flat.listed !== undefined) {
    const isPart = covers(after, before) && comparing.staysRight(pair.before, together(pair.after));
    return done(isPart ? "enum-opened" : "type-changed", isPart ? listedText(old.flat.listed) : words, "enum", !isPart);
  }
  const [wider, narrower] = [covers(after, before), covers(before, after)];
  if (wider && narrower) return { found: [], isOther: false };
  return done(wider ? "type-widened" : narrower ? "type-narrowed" : "type-changed", words, "type", !wider && !narrower);
};
