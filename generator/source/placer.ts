import type { Place, Position } from "../diagnostics/place.js";
import type { SourceFile } from "./document.js";

/** Turns offsets into a place of one file. */
export type Placer = (start: number, end: number) => Place;

const lineStartsOf = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
};

/** The index of the last line that starts at or before the offset. */
const lineIndex = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Lines are counted when the first place is asked for: a file without findings does not pay for them. */
export const createPlacer = ({ path, text }: SourceFile): Placer => {
  let starts: readonly number[] | undefined;
  const position = (offset: number): Position => {
    starts ??= lineStartsOf(text);
    const line = lineIndex(starts, offset);
    return { offset, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  return (start, end) => {
    const last = Math.min(Math.max(start, end), text.length);
    return { file: path, start: position(Math.min(start, last)), end: position(last) };
  };
};
