import type { Place } from "../../../diagnostics/place.js";
import type { Placer } from "../../../source/placer.js";
import type { Said } from "../documented-api.js";

/** A stretch of a documentation that knows where it stands. */
export interface Excerpt {
  readonly text: string;
  /** Offset of its first character in the file. */
  readonly start: number;
  readonly place: Placer;
}

export const placeOf = ({ text, start, place }: Excerpt): Place => place(start, start + text.length);

/** The part of an excerpt between two of its own offsets. */
export const part = ({ text, start, place }: Excerpt, from: number, to: number = text.length): Excerpt => ({
  text: text.slice(from, to),
  start: start + from,
  place,
});

/** Without white space at its ends. */
export const trimmed = (excerpt: Excerpt): Excerpt => {
  const from = excerpt.text.length - excerpt.text.trimStart().length;
  return part(excerpt, from, Math.max(from, excerpt.text.trimEnd().length));
};

export const said = (excerpt: Excerpt): Said<string> => ({ value: excerpt.text, place: placeOf(excerpt) });

/** A mark that a pattern finds, with the text up to the next one. */
export interface Marked {
  readonly match: RegExpExecArray;
  readonly mark: Excerpt;
  readonly after: Excerpt;
}

/** What stands in brackets of the pattern of a mark. */
export const groupOf = ({ match, mark }: Marked, index: number): Excerpt => {
  const [from, to] = match.indices?.[index] ?? [match.index, match.index];
  return part(mark, from - match.index, to - match.index);
};

/** Cuts an excerpt at all matches of a pattern with the flags d and g. `before` is what stands in front of the first. */
export const cutAt = (excerpt: Excerpt, pattern: RegExp): { readonly before: Excerpt; readonly marks: readonly Marked[] } => {
  const matches = [...excerpt.text.matchAll(pattern)];
  const marks = matches.map((match, index): Marked => {
    const end = match.index + match[0].length;
    return { match, mark: part(excerpt, match.index, end), after: part(excerpt, end, matches[index + 1]?.index) };
  });
  return { before: part(excerpt, 0, matches[0]?.index), marks };
};
