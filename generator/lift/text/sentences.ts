import type { Token } from "./token.js";

/** Tokens that belong together, with the place of the sentence in the description. */
export interface Sentence {
  readonly tokens: readonly Token[];
  /** The items of the list that the sentence announces by its colon, their first sentence each. */
  readonly items: readonly (readonly Token[])[];
  /** Where that list ends; `end` where there is none. */
  readonly listEnd: number;
  readonly start: number;
  readonly end: number;
}

/** After these a full stop is part of the word. */
const abbreviations: ReadonlySet<string> = new Set(["e.g", "i.e", "eg", "ie", "etc", "vs", "cf", "approx", "no", "incl", "resp"]);

const endsSentence = (token: Token, before: Token | undefined, after: Token | undefined): boolean => {
  if (token.kind === "break") return true;
  if (token.kind !== "punctuation" || !/^[)]*[.!?]+[)]*$/.test(token.text)) return false;
  if (before !== undefined && abbreviations.has(before.text.toLowerCase()) && token.text === ".") return false;
  // "adding a ! to the end": it stands for itself
  if (token.text === "!" && before !== undefined && before.kind !== "break" && before.end < token.start) return false;
  // "example.com": no space follows
  return after === undefined || after.kind === "break" || after.start > token.end;
};

/** Words that begin a sentence although none was ended: generated documentation writes one after the other on a line. */
const beginnings = /^(?:This|Must|Operator|Filter|Additional|Minimum|Maximum|Enum)$/;

const beginsSentence = (token: Token, before: Token | undefined): boolean =>
  token.kind === "word" && token.mark === "none" && beginnings.test(token.text) && (before?.kind === "word" || before?.kind === "number" || (before?.text === ":" && token.text !== "Enum"));

interface Piece {
  readonly tokens: readonly Token[];
  /** What ended the one before: an item's mark, another break, or nothing of the kind. */
  readonly after: "item" | "break" | "sentence";
}

const piecesOf = (tokens: readonly Token[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let current: Token[] = [];
  let after: Piece["after"] = "break";
  const close = (): void => {
    if (current.length === 0) return;
    pieces.push({ tokens: current, after });
    [current, after] = [[], "sentence"];
  };
  for (const [index, token] of tokens.entries()) {
    if (beginsSentence(token, current.at(-1))) close();
    if (token.kind !== "break") current.push(token);
    if (endsSentence(token, tokens[index - 1], tokens[index + 1])) close();
    // a list in HTML has a break before its first item, too
    if (token.kind === "break") after = token.text === "item" ? "item" : after === "item" && current.length === 0 ? after : "break";
  }
  close();
  return pieces;
};

/** In the items of a list that are read together. */
const mostPieces = 60;

/** An item announces none of its own: how deep the next one stands is not known here. */
const announces = ({ tokens, after }: Piece): boolean => after !== "item" && tokens.at(-1)?.text === ":";

const itemsAfter = (pieces: readonly Piece[], index: number): { readonly items: readonly (readonly Token[])[]; readonly listEnd: number } => {
  const items: (readonly Token[])[] = [];
  let listEnd = 0;
  for (let next = index + 1; next < pieces.length && next <= index + mostPieces; next += 1) {
    const piece = pieces[next];
    if (piece === undefined || piece.after === "break") break;
    if (piece.after === "item") items.push(piece.tokens);
    else if (items.length === 0) break;
    listEnd = piece.tokens.at(-1)?.end ?? listEnd;
  }
  return { items, listEnd };
};

/** The sentences of a description. A line break within a paragraph ends none; an empty line, an item or an element does. */
export const sentencesOf = (tokens: readonly Token[]): readonly Sentence[] => {
  const pieces = piecesOf(tokens);
  return pieces.flatMap((piece, index) => {
    const [first, last] = [piece.tokens[0], piece.tokens.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { items, listEnd } = announces(piece) ? itemsAfter(pieces, index) : { items: [], listEnd: 0 };
    const end = items.at(-1)?.at(-1)?.end ?? last.end;
    return [{ tokens: piece.tokens, items, start: first.start, end, listEnd: Math.max(listEnd, end) }];
  });
};
