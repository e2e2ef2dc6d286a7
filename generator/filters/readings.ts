import type { Spelling, Word } from "./spelling.js";
import { inner, parseNegationTemplate, parseOperatorTemplate } from "./template.js";

/** One way to understand the name of a parameter. */
export interface Reading {
  readonly spelling: Spelling;
  readonly field: string;
  /** What stands before the field in all names of its family (`filter[`), which keeps families apart. */
  readonly family: string;
  readonly operator: string;
  readonly negated: boolean;
  /** The word that says so; undefined for the field without operator. */
  readonly word: Word | undefined;
  /** The word as it is written. */
  readonly written: string;
}

type Cut = readonly [left: string, right: string];

/** Every way to cut `text` at `mark`. */
const cutsAt = (text: string, mark: string): readonly Cut[] => {
  const found: Cut[] = [];
  for (let at = text.indexOf(mark, 1); at > 0; at = text.indexOf(mark, at + 1)) found.push([text.slice(0, at), text.slice(at + mark.length)]);
  return found;
};

/** Without a mark, a word begins with its capital behind a small letter, and a sign behind what is none. */
const isBoundary = (left: string, right: string): boolean => {
  if (/^[A-Z]/.test(right)) return /[a-z0-9\])]$/.test(left);
  return !/^[<>=!]/.test(right) || !/[<>=!]$/.test(left);
};

const cutsAtWords = (text: string, words: Iterable<string>, wordFirst: boolean): readonly Cut[] =>
  [...words].flatMap((word): readonly Cut[] => {
    if (wordFirst) return text.startsWith(word) ? [[word, text.slice(word.length)]] : [];
    const left = text.slice(0, text.length - word.length);
    return text.endsWith(word) && isBoundary(left, word) ? [[left, word]] : [];
  });

/** A field that ends in what separates it from its operator was cut in the wrong place. */
const isField = (field: string, mark: string): boolean => field !== "" && !(mark !== "" && field.endsWith(mark.charAt(0)) && mark.charAt(0) === "_");

/** Only where the field has a name of its own in it does what stands before make a family. */
const familyOf = ({ bare }: Spelling, before: string): string => (bare.some((template) => template.startsWith(`${before}{field}`)) ? before : "");

const withTemplate = (spelling: Spelling, template: string, name: string, negated: boolean): readonly Reading[] => {
  const parsed = parseOperatorTemplate(template);
  if (parsed === undefined) return [];
  const { before, between, after, operatorFirst } = parsed;
  const inside = inner(name, before, after);
  if (inside === undefined) return [];
  const cuts = between === "" ? cutsAtWords(inside, spelling.words.keys(), operatorFirst) : cutsAt(inside, between);
  return cuts.flatMap(([left, right]): readonly Reading[] => {
    const [field, written] = operatorFirst ? [right, left] : [left, right];
    const word = spelling.words.get(written);
    if (word === undefined || !isField(field, between)) return [];
    return [{ spelling, field, family: operatorFirst ? "" : familyOf(spelling, before), operator: word.operator, negated: word.negated !== negated, word, written }];
  });
};

/** The field without operator where it has a name of its own in the dialect: `filter[name]`. */
const bareReadings = (spelling: Spelling, name: string): readonly Reading[] =>
  spelling.bare.flatMap((template): readonly Reading[] => {
    const [before = "", after = ""] = template.split("{field}");
    const field = inner(name, before, after);
    const isPlain = field !== undefined && !/[[\]]/.test(field);
    return isPlain ? [{ spelling, field, family: before, operator: "equals", negated: false, word: undefined, written: "" }] : [];
  });

const positives = (spelling: Spelling, name: string): readonly Reading[] => [
  ...spelling.templates.flatMap((template) => withTemplate(spelling, template, name, false)),
  ...spelling.negatedTemplates.flatMap((template) => withTemplate(spelling, template, name, true)),
];

const negatedReadings = (spelling: Spelling, name: string): readonly Reading[] =>
  spelling.negations.flatMap((template) => {
    const negation = parseNegationTemplate(template);
    const positive = negation === undefined ? undefined : inner(name, negation.before, negation.after);
    if (negation === undefined || positive === undefined) return [];
    const written = negation.before + negation.after;
    const word: Word = { operator: "equals", kind: "value", negated: true };
    return [
      ...bareReadings(spelling, positive).map((reading): Reading => ({ ...reading, negated: true, word, written })),
      ...positives(spelling, positive).map((reading): Reading => ({ ...reading, negated: !reading.negated })),
    ];
  });

/** All readings of a name in one dialect: as an operator, as a negation, and as a field without operator under a name that shows it. */
const readingsOf = (spelling: Spelling, name: string): readonly Reading[] => [
  ...positives(spelling, name),
  ...negatedReadings(spelling, name),
  ...bareReadings(spelling, name).filter(({ field }) => field !== name),
];

/** Every name is cut in all places; what is longer than this is no name that anybody reads. */
const longest = 256;

/** Reads names in all of the dialects. Operations share many names, so what was read once is kept. */
export const createReader = (spellings: readonly Spelling[]): ((name: string) => readonly Reading[]) => {
  const known = new Map<string, readonly Reading[]>();
  return (name) => {
    if (name.length > longest) return [];
    const readings = known.get(name) ?? spellings.flatMap((spelling) => readingsOf(spelling, name));
    known.set(name, readings);
    return readings;
  };
};
