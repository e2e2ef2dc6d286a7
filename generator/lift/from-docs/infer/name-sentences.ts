import type { Said } from "../documented-api.js";

/** A sentence without the name of the field that it stands at. */
export interface NamedSentence {
  readonly sentence: Said<string>;
  /** The field, where the other sentences leave only one. */
  readonly field: string | undefined;
}

interface ListSentence {
  readonly sentence: Said<string>;
  /** All of it but the list. */
  readonly template: string;
  readonly listed: readonly string[];
}

/** Groups in which every member names all others. What a field requires is no such group: the others need not name it. */
const symmetric = /at least one of the following|must be set together with|can't be(?:t)? set, when any of the following/;

const listForm = /^(.{1,200}:) ?([A-Za-z_][\w.]{0,100}(?:, ?[A-Za-z_][\w.]{0,100}){0,50})\.?$/;

const listSentence = (sentence: Said<string>): readonly ListSentence[] => {
  const match = symmetric.test(sentence.value) ? listForm.exec(sentence.value) : null;
  return match === null ? [] : [{ sentence, template: match[1] ?? "", listed: (match[2] ?? "").split(/, ?/) }];
};

/** Sentences whose lists share a name belong to one group; those with one name each are a pair if there are exactly two of them. */
const groupsOf = (sentences: readonly ListSentence[]): readonly (readonly ListSentence[])[] => {
  const single = sentences.filter(({ listed }) => listed.length === 1);
  const groups: ListSentence[][] = [];
  for (const one of sentences.filter(({ listed }) => listed.length > 1)) {
    const own = groups.filter((group) => group.some(({ listed }) => listed.some((name) => one.listed.includes(name))));
    for (const group of own) groups.splice(groups.indexOf(group), 1);
    groups.push([...own.flat(), one]);
  }
  return single.length === 2 ? [...groups, single] : groups;
};

/** Where each sentence of a group names all members but one, and each another, that one is the field of the sentence. */
const closed = (group: readonly ListSentence[]): ReadonlyMap<Said<string>, string> => {
  const members = new Set(group.flatMap(({ listed }) => listed));
  const fields = group.map(({ listed }) => [...members].filter((name) => !listed.includes(name)));
  const isClosed = fields.every((left) => left.length === 1) && new Set(fields.flat()).size === members.size && group.length === members.size;
  return new Map(isClosed ? group.map(({ sentence }, index) => [sentence, fields[index]?.[0] ?? ""] as const) : []);
};

const mostSentences = 500;

/**
 * Finds the fields of sentences that stand without a name. "At least one of … : b, c", "…: a, c" and "…: a, b" are the three
 * sentences of a, b and c, in this order. What does not follow so has no field.
 */
export const nameSentences = (sentences: readonly Said<string>[]): readonly NamedSentence[] => {
  const listed = sentences.slice(0, mostSentences).flatMap(listSentence);
  const templates = [...new Set(listed.map(({ template }) => template))];
  const found = new Map(templates.flatMap((template) => groupsOf(listed.filter((one) => one.template === template)).flatMap((group) => [...closed(group)])));
  return sentences.map((sentence) => ({ sentence, field: found.get(sentence) }));
};

/** Between which fields the sentence at an index stands, by those around it whose field is known. */
export const between = (sentences: readonly NamedSentence[], index: number): readonly [before: string | undefined, after: string | undefined] => [
  sentences.slice(0, index).findLast(({ field }) => field !== undefined)?.field,
  sentences.slice(index + 1).find(({ field }) => field !== undefined)?.field,
];
