import type { Pointer } from "../../source/pointer.js";
import type { SourceObject, SourceValue } from "../../source/value.js";

/** A stretch of a text with what takes its place; an insertion where the stretch is empty. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** How deep in the document the object stands that is edited: of insertions at one offset, those of inner objects come first. */
  readonly depth: number;
}

/** The text with edits that do not overlap. */
export const applyEdits = (text: string, edits: readonly TextEdit[]): string => {
  const sorted = edits.toSorted((left, right) => left.start - right.start || right.depth - left.depth);
  const parts: string[] = [];
  let at = 0;
  for (const edit of sorted) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return [...parts, text.slice(at)].join("");
};

/** Why something cannot be merged into a text, for people. */
export interface Refused {
  readonly refused: string;
}

export const isRefused = (merged: readonly TextEdit[] | Refused): merged is Refused => "refused" in merged;

export const noPlace: Refused = { refused: "its place was not found in the file" };

/** Says how a text is edited so that what it holds changes, and nothing else in it. */
export interface TextWriter {
  /** Merges an update into the object at a pointer, as overlays merge. */
  readonly merge: (target: SourceObject, pointer: Pointer, update: SourceObject) => readonly TextEdit[] | Refused;
  /** Puts a value in the place of the member or item at a pointer. */
  readonly replace: (pointer: Pointer, value: SourceValue) => readonly TextEdit[] | Refused;
}

/** All edits of several, or the first reason against them. */
export const allEdits = (merged: readonly (readonly TextEdit[] | Refused)[]): readonly TextEdit[] | Refused =>
  merged.find(isRefused) ?? merged.flatMap((one) => (isRefused(one) ? [] : one));

/** The line breaks of a text. */
export const lineBreakOf = (text: string): "\r\n" | "\n" => (text.charAt(text.indexOf("\n") - 1) === "\r" ? "\r\n" : "\n");

/** What stands before an offset on its line. */
export const lineBefore = (text: string, offset: number): string => text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);

/** Where the item of a list or object begins a line of its own: the white space before it. */
export const indentOfItem = (text: string, start: number): string | undefined => {
  const before = lineBefore(text, start);
  return /^[ \t]*$/.test(before) && start !== before.length ? before : undefined;
};
