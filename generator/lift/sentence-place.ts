import type { Place } from "../diagnostics/place.js";
import { createPlacer } from "../source/placer.js";
import type { ReadText } from "../source/read-text.js";
import type { Evidence } from "./finding.js";

/** The first words decide; a sentence may be broken anywhere, and its line breaks and quotes may be escaped. */
const leading = 6;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** The sentence as it may stand in the file: between its words, whatever a line break is written as. */
const spelled = (sentence: string): RegExp =>
  new RegExp(
    sentence
      .split(" ")
      .slice(0, leading)
      .map((word) => escaped(word).replaceAll('"', '\\\\?"').replaceAll("'", "''?"))
      .join("(?:\\s|\\\\[nrt])+"),
    "g",
  );

/** The place of a sentence in its file; that of its text where the file spells it in another way. */
export const createSentencePlaces = (read: ReadText): ((evidence: Evidence, text: string) => Place) => {
  const place = createPlacer(read.file);
  return ({ sentence, pointer, start }, text) => {
    const whole = read.locate(pointer);
    const written = read.file.text.slice(whole.start.offset, whole.end.offset);
    const pattern = spelled(sentence);
    // the same words may stand before
    const before = [...text.slice(0, start).matchAll(pattern)].length;
    const match = [...written.matchAll(pattern)][before];
    if (match === undefined) return whole;
    const at = whole.start.offset + match.index;
    return place(at, Math.min(at + match[0].length, whole.end.offset));
  };
};
