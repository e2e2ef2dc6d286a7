import { depthLimit, tooDeep } from "../depth-limit.js";
import type { SourceArray, SourceObject, SourceValue } from "../value.js";
import { resolvePlain } from "../yaml.js";
import { addMember, closeMembers, createMembers, isMergeKey, type Members } from "../yaml-members.js";
import { readMerged } from "../read-merged.js";
import { afterSpaces, ampersand, asterisk, colon, comma, columnOf, type Cursor, doubleQuote, doubt, isBlank, singleQuote, toContent } from "./cursor.js";
import { beginsPlain, endOfPlain, trimmedEnd } from "./plain-scalar.js";
import { readAliased, readAnchor, readAnchored } from "./property.js";
import { readQuoted } from "./quoted-scalar.js";

const openBrace = 0x7b;
const openBracket = 0x5b;
const closeBrace = 0x7d;
const closeBracket = 0x5d;

/** Where brackets stand: the column of the collection in block style around them, and how many levels there are. */
interface Surroundings {
  readonly parent: number;
  readonly level: number;
  readonly depth: number;
}

export const beginsFlow = (code: number): boolean => code === openBrace || code === openBracket;

/** Steps to the next thing between brackets, whose lines are indented more than what is around them, but for the last bracket. */
const toNext = (cursor: Cursor, { parent, level }: Surroundings): void => {
  const line = cursor.lineStart;
  toContent(cursor);
  if (cursor.lineStart === line || columnOf(cursor) > parent) return;
  const code = cursor.text.charCodeAt(cursor.at);
  if (level > 1 || columnOf(cursor) !== parent || (code !== closeBrace && code !== closeBracket)) doubt(cursor, "the indentation between brackets");
};

/** Steps over the comma behind a member; whether there may be another one. */
const goesOn = (cursor: Cursor, close: number, around: Surroundings): boolean => {
  toNext(cursor, around);
  const code = cursor.text.charCodeAt(cursor.at);
  if (code === comma) {
    cursor.at += 1;
    toNext(cursor, around);
    return cursor.text.charCodeAt(cursor.at) !== close;
  }
  if (code !== close) doubt(cursor, "something that is no comma and no closing bracket");
  return false;
};

const readPlainBetween = (cursor: Cursor): string => {
  const { text, at: start } = cursor;
  if (!beginsPlain(text, start, true)) doubt(cursor, "a character that no value begins with");
  const end = trimmedEnd(text, endOfPlain(text, start, true));
  cursor.start = start;
  cursor.end = end;
  cursor.at = end;
  return text.slice(start, end);
};

const readAnchoredBetween = (cursor: Cursor, around: Surroundings): SourceValue => {
  const name = readAnchor(cursor);
  if (name === undefined) return null;
  const code = cursor.text.charCodeAt(cursor.at);
  if (isBlank(code) || code === ampersand || code === asterisk) return doubt(cursor, "an anchor of nothing");
  return readAnchored(cursor, name, () => readBetween(cursor, around));
};

const readBetween = (cursor: Cursor, around: Surroundings): SourceValue => {
  const code = cursor.text.charCodeAt(cursor.at);
  if (code === doubleQuote || code === singleQuote) return readQuoted(cursor, around.parent);
  if (beginsFlow(code)) return readFlow(cursor, around);
  if (code === asterisk) return readAliased(cursor, around.depth);
  if (code === ampersand) return readAnchoredBetween(cursor, around);
  const source = readPlainBetween(cursor);
  return cursor.doubt === undefined ? resolvePlain(source) : null;
};

/** Counts a value; whether it may be read. */
export const isCounted = (cursor: Cursor): boolean => {
  cursor.left -= 1;
  if (cursor.left < 0) doubt(cursor, "too many values");
  return cursor.doubt === undefined;
};

const readList = (cursor: Cursor, around: Surroundings): SourceArray => {
  const list: SourceValue[] = [];
  const offsets: number[] = [];
  do {
    if (!isCounted(cursor)) break;
    list.push(readBetween(cursor, around));
    offsets.push(cursor.start, cursor.end, cursor.start, cursor.end);
  } while (cursor.doubt === undefined && goesOn(cursor, closeBracket, around));
  cursor.reader.table.set(list, offsets);
  return list;
};

/** Reads a key and the colon behind it, which stands in the same line; whether there is one. */
const readKeyBetween = (cursor: Cursor, parent: number): { readonly name: string; readonly hasColon: boolean } => {
  const { text, lineStart } = cursor;
  const code = text.charCodeAt(cursor.at);
  const isQuoted = code === doubleQuote || code === singleQuote;
  const name = (isQuoted ? readQuoted(cursor, parent) : readPlainBetween(cursor)) ?? "";
  if (lineStart !== cursor.lineStart) doubt(cursor, "a key of several lines");
  const at = afterSpaces(text, cursor.at);
  const hasColon = text.charCodeAt(at) === colon;
  if (hasColon && !isQuoted && !isBlank(text.charCodeAt(at + 1))) doubt(cursor, "a colon without a space");
  if (hasColon) cursor.at = at + 1;
  return { name, hasColon };
};

/** Reads the value of a member, which may be nothing. */
const readMemberValue = (cursor: Cursor, hasColon: boolean, around: Surroundings): SourceValue => {
  const at = hasColon ? afterSpaces(cursor.text, cursor.at) : cursor.at;
  toNext(cursor, around);
  const code = cursor.text.charCodeAt(cursor.at);
  if (hasColon && code !== comma && code !== closeBrace) return readBetween(cursor, around);
  cursor.start = at;
  cursor.end = at;
  return null;
};

const readMember = (cursor: Cursor, members: Members, around: Surroundings): void => {
  const { text, at } = cursor;
  const { name, hasColon } = readKeyBetween(cursor, around.parent);
  const { start: keyStart, end: keyEnd } = cursor;
  if (!isCounted(cursor)) return;
  const value = readMemberValue(cursor, hasColon, around);
  if (isMergeKey(text, at, name)) readMerged(value, { start: keyStart, end: keyEnd }, members, cursor.reader);
  else addMember(members, { name, keyStart, keyEnd, value, start: cursor.start, end: cursor.end }, cursor.reader);
};

const readMap = (cursor: Cursor, around: Surroundings): SourceObject => {
  const members = createMembers();
  do readMember(cursor, members, around);
  while (cursor.doubt === undefined && goesOn(cursor, closeBrace, around));
  return closeMembers(members, cursor.reader);
};

const readEmpty = (cursor: Cursor, isMap: boolean): SourceValue => {
  const empty = isMap ? new Map<string, SourceValue>() : [];
  cursor.reader.table.set(empty, []);
  return empty;
};

/** Reads a list or mapping in brackets; the cursor stands on the opening one, and then behind the closing one. */
export const readFlow = (cursor: Cursor, { parent, level, depth }: Surroundings): SourceValue => {
  const { text, at: start } = cursor;
  if (depth >= depthLimit) return doubt(cursor, tooDeep, start, "depth-exceeded");
  const isMap = text.charCodeAt(start) === openBrace;
  const around = { parent, level: level + 1, depth: depth + 1 };
  cursor.at += 1;
  toNext(cursor, around);
  const isEmpty = text.charCodeAt(cursor.at) === (isMap ? closeBrace : closeBracket);
  const value = isEmpty ? readEmpty(cursor, isMap) : isMap ? readMap(cursor, around) : readList(cursor, around);
  cursor.at += 1;
  cursor.start = start;
  cursor.end = cursor.at;
  return value;
};
