import { blockScalar } from "../yaml.js";
import { afterSpaces, type Cursor, doubt, endOfLine, isLineEnd, tab, toContent } from "./cursor.js";

/** Where the lines of a block scalar end that begin at an offset; -1 where that is not plain to see. */
const endOfBlock = (text: string, start: number, parent: number, keeps: boolean): number => {
  let indent = -1;
  let end = start;
  let next = start;
  while (next < text.length) {
    const content = afterSpaces(text, next);
    const width = content - next;
    const isEmpty = isLineEnd(text, content);
    if (isEmpty && content === text.length && width > 0) return -1;
    if (!isEmpty && indent === -1) indent = width;
    if (!isEmpty && (width <= parent || width < indent)) return text.charCodeAt(content) === tab ? -1 : end;
    next = Math.min(endOfLine(text, content) + 1, text.length);
    if (!isEmpty || keeps || (indent !== -1 && width > indent)) end = next;
  }
  return end;
};

/** Reads a text in the lines below `|` or `>`; the cursor stands on that, and then at what follows the text. */
export const readBlockScalar = (cursor: Cursor, parent: number): string | null => {
  const { text, at: start } = cursor;
  // how far the text is indented is not told
  const header = /[|>]([+-]?) *(?:(?<= )#[^\n]*)?\r?\n/y;
  header.lastIndex = start;
  const found = header.exec(text);
  if (found === null) return doubt(cursor, "the beginning of a text in lines");
  const first = start + found[0].length;
  const end = endOfBlock(text, first, parent, found[1] === "+");
  if (end <= first) return doubt(cursor, "an empty text in lines");
  const value = blockScalar(text.slice(start, start + 1 + (found[1]?.length ?? 0)), text.slice(first, end), parent);
  if (value === undefined) return doubt(cursor, "the indentation of a text in lines");
  cursor.at = end;
  cursor.lineStart = end;
  cursor.after = end;
  toContent(cursor);
  cursor.start = start;
  cursor.end = end;
  return value;
};
