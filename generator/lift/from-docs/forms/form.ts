import type { DocumentedApi } from "../documented-api.js";
import type { Excerpt } from "../read/excerpt.js";

/** A way in which documentation is laid out as text. */
export interface DocumentationForm {
  readonly name: string;
  /** What it is, for messages. */
  readonly title: string;
  /** The place by which a text is known to have this form; undefined where it has not. */
  readonly recognises: (text: Excerpt) => Excerpt | undefined;
  readonly read: (text: Excerpt) => DocumentedApi;
}

/** What a pattern finds first, as evidence. */
export const firstMatch = (text: Excerpt, pattern: RegExp): Excerpt | undefined => {
  const match = pattern.exec(text.text);
  return match === null ? undefined : { ...text, text: match[0], start: text.start + match.index };
};
