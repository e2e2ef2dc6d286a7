import { readAlias } from "../read-alias.js";
import type { SourceValue } from "../value.js";
import { afterSpaces, colon, type Cursor, doubt, isBlank } from "./cursor.js";
import { isFlowIndicator } from "./plain-scalar.js";

/** The name behind `&` or `*`; undefined, in doubt, where it may be none. */
const readName = (cursor: Cursor): string | undefined => {
  const { text, at: start } = cursor;
  let at = start + 1;
  for (let code = text.charCodeAt(at); !isBlank(code) && !isFlowIndicator(code); code = text.charCodeAt(at)) at += 1;
  cursor.at = at;
  if (at > start + 1 && text.charCodeAt(at - 1) !== colon) return text.slice(start + 1, at);
  doubt(cursor, "the name of an anchor", start);
  return undefined;
};

/** The name of the anchor at the cursor, which then stands behind the spaces that follow it. */
export const readAnchor = (cursor: Cursor): string | undefined => {
  const name = readName(cursor);
  if (!isBlank(cursor.text.charCodeAt(cursor.at))) doubt(cursor, "an anchor without a space");
  cursor.at = afterSpaces(cursor.text, cursor.at);
  return name;
};

/** Reads what an alias stands for, with the place of that; the cursor stands on its `*`, and then behind its name. */
export const readAliased = (cursor: Cursor, depth: number): SourceValue => {
  const start = cursor.at;
  const name = readName(cursor);
  if (name === undefined) return null;
  const span = { start, end: cursor.at };
  const anchored = readAlias(name, span, cursor.reader, depth) ?? { value: null, span };
  cursor.start = anchored.span.start;
  cursor.end = anchored.span.end;
  return anchored.value;
};

/** Reads a value that has an anchor, and keeps it for the aliases behind it. */
export const readAnchored = (cursor: Cursor, name: string, read: () => SourceValue): SourceValue => {
  cursor.reader.open.add(name);
  const value = read();
  cursor.reader.open.delete(name);
  cursor.reader.anchors.set(name, { value, span: { start: cursor.start, end: cursor.end } });
  return value;
};
