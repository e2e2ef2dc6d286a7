import { isComparable } from "./scalar.js";
import type { FilterSource } from "./filter-source.js";
import { fits } from "./fits.js";
import type { Reading } from "./readings.js";

/** A parameter as it would be understood. */
export interface Member extends Reading {
  readonly source: FilterSource;
}

/** The readings of one field. */
export interface Candidate {
  readonly field: string;
  readonly family: string;
  /** The parameter that asks for the field without operator. */
  readonly bare: FilterSource | undefined;
  readonly members: readonly Member[];
}

/** No family has a line break in it. */
const keyOf = ({ family, field }: Reading): string => `${family}\n${field}`;

/** In a family the field has a name of its own; elsewhere it is a parameter of the field's name. */
const bareOf = (members: readonly Member[], { field, family }: Reading, sources: ReadonlyMap<string, FilterSource>): FilterSource | undefined =>
  members.find(({ operator, negated, word }) => operator === "equals" && !negated && word === undefined)?.source ??
  (family === "" ? sources.get(field) : undefined);

/** Where the mark proves nothing, `valid_to` is the field of that name if there is one. */
const isFieldItself = ({ source, spelling }: Member): boolean => spelling.isWeak && source.isField?.() === true;

/** A negated word such as `__n` needs no positive form; two readings of one parameter are told apart later. */
const fitting = (candidate: Candidate): Candidate => {
  const { bare, members } = candidate;
  const values = bare !== undefined && isComparable(bare.schema) ? bare.schema : undefined;
  return { ...candidate, members: members.filter((member) => member.word !== undefined && !isFieldItself(member) && fits(member, member.source.schema, values)) };
};

/** Words that are operators in pairs only: `date_from` and `date_to`. */
const withoutOdd = (candidate: Candidate): Candidate => {
  const written = (member: Member): string => `${member.spelling.name} ${member.written.toLowerCase()}`;
  const all = new Set(candidate.members.map(written));
  const partners: Readonly<Record<string, string>> = { from: "to", to: "from", since: "until", until: "since" };
  const isOdd = (member: Member): boolean =>
    member.spelling.paired.has(member.written) && !all.has(`${member.spelling.name} ${partners[member.written.toLowerCase()] ?? ""}`);
  return { ...candidate, members: candidate.members.filter((member) => !isOdd(member)) };
};

/** All readings of all parameters by the field that they would be of; shorter names first, since an operator of one is no bare other. */
export const candidatesOf = (sources: readonly FilterSource[], read: (name: string) => readonly Reading[]): readonly Candidate[] => {
  const byName = new Map(sources.map((source) => [source.name, source]));
  const groups = new Map<string, Member[]>();
  for (const source of sources)
    for (const reading of read(source.name)) {
      const key = keyOf(reading);
      const group = groups.get(key) ?? [];
      group.push({ ...reading, source });
      groups.set(key, group);
    }
  return [...groups.values()]
    .flatMap((members): readonly Candidate[] => {
      const [first] = members;
      if (first === undefined) return [];
      const { field, family } = first;
      const bare = bareOf(members, first, byName);
      return [{ field, family, bare, members }];
    })
    .map(fitting)
    .map(withoutOdd)
    .filter(({ members, family, bare }) => members.length > 0 || (family !== "" && bare !== undefined))
    .sort((left, right) => Number(isWeak(left)) - Number(isWeak(right)) || left.field.length - right.field.length);
};

const isWeak = ({ members }: Candidate): boolean => members.length > 0 && members.every(({ spelling }) => spelling.isWeak);
