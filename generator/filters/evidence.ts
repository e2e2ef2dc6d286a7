import type { FilterSource } from "./filter-source.js";
import { type Candidate, candidatesOf, type Member } from "./members.js";
import type { Reading } from "./readings.js";
import type { Spelling } from "./spelling.js";

/** What is known of a document before its operations are read one by one. */
export interface Detection {
  readonly spellings: readonly Spelling[];
  /** Readings of a name in all of them. */
  readonly read: (name: string) => readonly Reading[];
  /** Dialects that some operation shows, and words of weak ones. */
  readonly seen: ReadonlySet<string>;
  /** The dialect is what the document or the configuration says, so that nothing has to be guessed. */
  readonly isDeclared: boolean;
}

/** Words that nobody ends a name with otherwise. */
const unmistakable = /^(?:gte?|lte?|i?contains|i?starts_?with|i?ends_?with|not_in|nin|is_?null|greaterThan.*|lessThan.*|i?like)$/i;

const wordKey = ({ spelling, written }: Member): string => `${spelling.name}: ${written}`;

/** The members that count: each parameter once, as it is read in the dialect that reads most of them. */
export const counted = ({ members }: Candidate): readonly Member[] => {
  const tally = new Map<Spelling, number>();
  for (const { spelling } of members) tally.set(spelling, (tally.get(spelling) ?? 0) + 1);
  const byPlace = [...members].sort((left, right) => (tally.get(right.spelling) ?? 0) - (tally.get(left.spelling) ?? 0));
  const chosen = new Map<string, Member>();
  for (const member of byPlace) if (!chosen.has(member.source.name)) chosen.set(member.source.name, member);
  return [...chosen.values()];
};

/** Why the parameters are one field, by what stands beside them; undefined where nothing does. */
export const siblingReason = (candidate: Candidate, members: readonly Member[]): string | undefined => {
  const { bare } = candidate;
  const [first] = members;
  if (first === undefined) return undefined;
  if (bare !== undefined && bare.name !== first.source.name) return `beside ${bare.name}`;
  return members.length > 1 ? `${members.length} parameters stand together` : undefined;
};

/** A sign alone (`x!`) proves nothing anywhere. */
const isSeen = (member: Member, { seen, isDeclared }: Detection): boolean =>
  !/[\w<>=]/.test(member.written) ? false : member.spelling.isWeak
    ? unmistakable.test(member.written) && (seen.has(wordKey(member)) || isDeclared)
    : seen.has(member.spelling.name) || isDeclared;

/** Why a field is one; undefined where the evidence does not do. */
export const reasonFor = (candidate: Candidate, members: readonly Member[], detection: Detection): string | undefined => {
  const reason = siblingReason(candidate, members);
  if (reason !== undefined) return reason;
  const [first] = members;
  if (first !== undefined && isSeen(first, detection)) return `${first.spelling.name} stand elsewhere in the document`;
  // `filter[name]` is a filter where others are, with an operator and without
  const isFamily = candidate.family !== "" && (detection.seen.has(candidate.family) || detection.isDeclared);
  return isFamily ? `the family ${candidate.family}…]` : undefined;
};

/** One `filter[name]` is a name like any other, two are a family. */
const familiesIn = (candidates: readonly Candidate[]): ReadonlyMap<string, readonly string[]> => {
  const fields = new Map<string, readonly string[]>();
  for (const { family, field } of candidates) if (family !== "") fields.set(family, [...(fields.get(family) ?? []), field]);
  return fields;
};

/** The dialects that operations show by parameters that stand together. */
export const seenIn = (operations: readonly (readonly FilterSource[])[], read: Detection["read"]): ReadonlySet<string> => {
  const candidates = operations.map((sources) => candidatesOf(sources, read));
  const members = candidates.flat().flatMap((candidate) => {
    const found = counted(candidate);
    return siblingReason(candidate, found) === undefined ? [] : found;
  });
  const fields = familiesIn(candidates.flat());
  return new Set([
    ...members.map(wordKey),
    ...members.filter(({ spelling }) => !spelling.isWeak).map(({ spelling }) => spelling.name),
    ...[...fields].filter(([, names]) => new Set(names).size > 1).map(([family]) => family),
  ]);
};
