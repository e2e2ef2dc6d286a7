import { depthLimit, tooDeep } from "../depth-limit.js";
import { readMerged } from "../read-merged.js";
import type { SourceArray, SourceObject, SourceValue } from "../value.js";
import { addMember, closeMembers, createMembers, isMergeKey, type Members } from "../yaml-members.js";
import { readBlockScalar } from "./block-scalar.js";
import {
  afterGap,
  afterSpaces,
  ampersand,
  asterisk,
  colon,
  columnOf,
  type Cursor,
  dash,
  doubleQuote,
  doubt,
  endOfLine,
  finishLine,
  hash,
  isAtEnd,
  isBlank,
  isLineEnd,
  singleQuote,
  toContent,
} from "./cursor.js";
import { beginsFlow, isCounted, readFlow } from "./flow.js";
import { beginsPlain, endOfPlain, readPlain, trimmedEnd } from "./plain-scalar.js";
import { readAliased, readAnchor, readAnchored } from "./property.js";
import { readQuoted } from "./quoted-scalar.js";

const bar = 0x7c;
const greater = 0x3e;

/** A key of more characters has its colon too far away (YAML 1.2.2 §7.4.2). */
const longestKey = 1_000;

/** What a value stands in: the column of the collection around it, and how deep it is. */
interface Surroundings {
  readonly parent: number;
  readonly depth: number;
}

const isItem = ({ text, at }: Cursor): boolean => text.charCodeAt(at) === dash && isBlank(text.charCodeAt(at + 1));

/** Whether the collection of a column has another member at the cursor. */
const hasNext = (cursor: Cursor, column: number): boolean => {
  if (cursor.doubt !== undefined || isAtEnd(cursor)) return false;
  const at = columnOf(cursor);
  if (at > column) doubt(cursor, "a line that is indented unlike those before it");
  return at === column;
};

const isTooDeep = (cursor: Cursor, depth: number): boolean => {
  if (depth >= depthLimit) doubt(cursor, tooDeep, cursor.at, "depth-exceeded");
  return depth >= depthLimit;
};

const readList = (cursor: Cursor, { depth }: Surroundings): SourceArray => {
  const list: SourceValue[] = [];
  if (isTooDeep(cursor, depth)) return list;
  const column = columnOf(cursor);
  const start = cursor.at;
  const around = { parent: column, depth: depth + 1 };
  const offsets: number[] = [];
  do {
    if (!isCounted(cursor)) break;
    cursor.at += 1;
    list.push(readMemberValue(cursor, around, dash));
    offsets.push(cursor.start, cursor.end, cursor.start, cursor.end);
  } while (hasNext(cursor, column) && isItem(cursor));
  cursor.reader.table.set(list, offsets);
  cursor.start = start;
  cursor.end = cursor.after;
  return list;
};

/** Reads a key and the colon behind it; in doubt where there is none. */
const readKey = (cursor: Cursor, parent: number): string => {
  const { text, at: start } = cursor;
  const code = text.charCodeAt(start);
  const isQuoted = code === doubleQuote || code === singleQuote;
  if (!isQuoted && !beginsPlain(text, start, false)) doubt(cursor, "something that is no key");
  const stop = isQuoted ? -1 : endOfPlain(text, start, false);
  const name = isQuoted ? (readQuoted(cursor, parent) ?? "") : text.slice(start, trimmedEnd(text, stop));
  if (!isQuoted) cursor.end = start + name.length;
  cursor.start = start;
  cursor.at = isQuoted ? afterSpaces(text, cursor.at) : stop;
  const isKey = text.charCodeAt(cursor.at) === colon && isBlank(text.charCodeAt(cursor.at + 1));
  if (!isKey || cursor.at - start > longestKey || start < cursor.lineStart) doubt(cursor, "something that is no key", start);
  cursor.at += 1;
  return name;
};

const readMember = (cursor: Cursor, members: Members, around: Surroundings): void => {
  const { at } = cursor;
  const key = readKey(cursor, around.parent);
  const { start: keyStart, end: keyEnd } = cursor;
  if (!isCounted(cursor)) return;
  const value = readMemberValue(cursor, around, colon);
  if (isMergeKey(cursor.text, at, key)) readMerged(value, { start: keyStart, end: keyEnd }, members, cursor.reader);
  else addMember(members, { name: key, keyStart, keyEnd, value, start: cursor.start, end: cursor.end }, cursor.reader);
};

const readMap = (cursor: Cursor, { depth }: Surroundings): SourceObject => {
  if (isTooDeep(cursor, depth)) return new Map();
  const column = columnOf(cursor);
  const start = cursor.at;
  const around = { parent: column, depth: depth + 1 };
  const members = createMembers();
  do readMember(cursor, members, around);
  while (hasNext(cursor, column));
  cursor.start = start;
  cursor.end = cursor.after;
  return closeMembers(members, cursor.reader);
};

const isKeyAhead = (cursor: Cursor, parent: number): boolean => {
  const { text, at, lineStart } = cursor;
  const code = text.charCodeAt(at);
  if (code !== doubleQuote && code !== singleQuote) return text.charCodeAt(endOfPlain(text, at, false)) === colon;
  readQuoted(cursor, parent);
  const next = afterSpaces(text, cursor.at);
  const isKey = cursor.lineStart === lineStart && text.charCodeAt(next) === colon;
  cursor.at = at;
  cursor.lineStart = lineStart;
  return isKey;
};

/** Reads what ends the line that it ends in. */
const readInLine = (cursor: Cursor, { parent, depth }: Surroundings): SourceValue => {
  const code = cursor.text.charCodeAt(cursor.at);
  let value: SourceValue;
  if (code === doubleQuote || code === singleQuote) value = readQuoted(cursor, parent);
  else if (beginsFlow(code)) value = readFlow(cursor, { parent, level: 0, depth });
  else if (code === asterisk) value = readAliased(cursor, depth);
  else if (beginsPlain(cursor.text, cursor.at, false)) value = readPlain(cursor, parent);
  else return doubt(cursor, "a character that no value begins with");
  if (cursor.doubt === undefined) finishLine(cursor);
  return value;
};

/** Reads what has an anchor: something in its line, or a collection in the lines below. */
const readAnchoredNode = (cursor: Cursor, around: Surroundings): SourceValue => {
  const name = readAnchor(cursor);
  if (name === undefined) return null;
  const inLine = !isLineEnd(cursor.text, cursor.at) && cursor.text.charCodeAt(cursor.at) !== hash;
  if (!inLine) toContent(cursor);
  const code = cursor.text.charCodeAt(cursor.at);
  if (isAtEnd(cursor) || code === ampersand || code === asterisk) return doubt(cursor, "an anchor of nothing");
  if (!inLine && columnOf(cursor) <= around.parent) return doubt(cursor, "an anchor of nothing");
  return readAnchored(cursor, name, () => readNode(cursor, around, !inLine));
};

/** Reads a value at the cursor. A collection in block style may begin where nothing but its own indentation is before it. */
const readNode = (cursor: Cursor, around: Surroundings, mayNest: boolean): SourceValue => {
  const code = cursor.text.charCodeAt(cursor.at);
  if (code === ampersand) return readAnchoredNode(cursor, around);
  if (code === bar || code === greater) return readBlockScalar(cursor, around.parent);
  if (isItem(cursor)) return mayNest ? readList(cursor, around) : doubt(cursor, "a list that begins behind something else");
  if (!mayNest || beginsFlow(code) || code === asterisk || !isKeyAhead(cursor, around.parent)) return readInLine(cursor, around);
  return cursor.doubt === undefined ? readMap(cursor, around) : null;
};

/** Nothing behind an indicator and the spaces that follow it, but perhaps a comment. */
const readNothing = (cursor: Cursor, at: number): SourceValue => {
  cursor.start = at;
  cursor.end = at;
  cursor.after = cursor.text.charCodeAt(at) === hash ? Math.min(endOfLine(cursor.text, at) + 1, cursor.text.length) : at;
  return null;
};

/** Reads the value behind the `:` of a key or the `-` of an item. */
const readMemberValue = (cursor: Cursor, around: Surroundings, indicator: number): SourceValue => {
  const { text } = cursor;
  // behind a dash, a tab would be indentation
  const at = indicator === dash ? afterSpaces(text, cursor.at) : afterGap(text, cursor.at);
  cursor.at = at;
  if (!isLineEnd(text, at) && text.charCodeAt(at) !== hash) return readNode(cursor, around, indicator === dash);
  toContent(cursor);
  const column = columnOf(cursor);
  if (isAtEnd(cursor) || column < around.parent) return readNothing(cursor, at);
  if (column > around.parent) return readNode(cursor, around, true);
  return indicator === colon && isItem(cursor) ? readList(cursor, around) : readNothing(cursor, at);
};

/** Reads the one value of a document, which is a collection. */
export const readRoot = (cursor: Cursor): SourceValue => {
  const around = { parent: -1, depth: 0 };
  const code = cursor.text.charCodeAt(cursor.at);
  const value = beginsFlow(code) || isItem(cursor) || isKeyAhead(cursor, -1) ? readNode(cursor, around, true) : doubt(cursor, "a single value");
  if (cursor.doubt === undefined && !isAtEnd(cursor)) doubt(cursor, "something behind the value of the document");
  return value;
};
