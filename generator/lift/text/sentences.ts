import type { Token } from "./token.js";

/** Tokens that belong together, with the place of the sentence in the description. */
export interface Sentence {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/** After these a full stop is part of the word. */
const abbreviations: ReadonlySet<string> = new Set(["e.g", "i.e", "eg", "ie", "etc", "vs", "cf", "approx", "no", "incl", "resp"]);

const endsSentence = (token: Token, before: Token | undefined, after: Token | undefined): boolean => {
  if (token.kind === "break") return true;
  if (token.kind !== "punctuation" || !/^[.!?]+[)]*$/.test(token.text)) return false;
  if (before !== undefined && abbreviations.has(before.text.toLowerCase()) && token.text === ".") return false;
  // "example.com": no space follows
  return after === undefined || after.kind === "break" || after.start > token.end;
};

/** Words that begin a sentence although none was ended: generated documentation writes one after the other on a line. */
const beginnings = /^(?:This|Must|Operator|Filter|Additional|Minimum|Maximum|Enum)$/;

const beginsSentence = (token: Token, before: Token | undefined): boolean =>
  token.kind === "word" && token.mark === "none" && beginnings.test(token.text) && (before?.kind === "word" || (before?.text === ":" && token.text !== "Enum"));

/** The sentences of a description. A line break within a paragraph ends none; an empty line, an item or an element does. */
export const sentencesOf = (tokens: readonly Token[]): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  let current: Token[] = [];
  const close = (): void => {
    const [first, last] = [current[0], current.at(-1)];
    if (first !== undefined && last !== undefined) sentences.push({ tokens: current, start: first.start, end: last.end });
    current = [];
  };
  for (const [index, token] of tokens.entries()) {
    if (beginsSentence(token, current.at(-1))) close();
    if (token.kind !== "break") current.push(token);
    if (endsSentence(token, tokens[index - 1], tokens[index + 1])) close();
  }
  close();
  return sentences;
};
