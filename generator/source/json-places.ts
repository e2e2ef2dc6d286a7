import { createCursor, readString, skipSpace } from "./json-text.js";
import type { MemberSpans, Span } from "./spans.js";

/** The members of an object by key, and the items of a list by their numbers; of keys that are written twice, the first. */
type Members = ReadonlyMap<string, MemberSpans>;

/** Finds places in a text that was read without any fault. */
export interface JsonPlaces {
  /** The span of a member of the object or list that begins at an offset. */
  readonly at: (start: number, token: string) => MemberSpans | undefined;
}

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const openBracket = 0x5b;
const closeBrace = 0x7d;
const closeBracket = 0x5d;
const comma = 0x2c;

const endOfString = (text: string, start: number): number => {
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(at)) at += code === backslash ? 2 : 1;
  return at + 1;
};

/** Behind the closing bracket of the object or list that begins at an offset. */
const endOfContainer = (text: string, start: number): number => {
  let at = start;
  let depth = 0;
  do {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else {
      if (code === openBrace || code === openBracket) depth += 1;
      if (code === closeBrace || code === closeBracket) depth -= 1;
      at += 1;
    }
  } while (depth > 0);
  return at;
};

const endOfValue = (text: string, start: number): number => {
  const code = text.charCodeAt(start);
  if (code === quote) return endOfString(text, start);
  if (code === openBrace || code === openBracket) return endOfContainer(text, start);
  let at = start;
  while (/[\w.+-]/.test(text.charAt(at))) at += 1;
  return at;
};

/** Steps over the members that begin behind `start`, telling where each is. What they hold is passed over. */
const membersOf = (text: string, start: number): Members => {
  const isObject = text.charCodeAt(start) === openBrace;
  const cursor = createCursor(text);
  const members = new Map<string, MemberSpans>();
  cursor.at = start + 1;
  skipSpace(cursor);
  const close = isObject ? closeBrace : closeBracket;
  while (text.charCodeAt(cursor.at) !== close) {
    const keyStart = cursor.at;
    const name = isObject ? readString(cursor) : String(members.size);
    const keyEnd = cursor.at;
    if (isObject) {
      skipSpace(cursor);
      cursor.at += 1;
      skipSpace(cursor);
    }
    const value: Span = { start: cursor.at, end: endOfValue(text, cursor.at) };
    if (!members.has(name)) members.set(name, { key: isObject ? { start: keyStart, end: keyEnd } : value, value });
    cursor.at = value.end;
    skipSpace(cursor);
    if (text.charCodeAt(cursor.at) === comma) cursor.at += 1;
    skipSpace(cursor);
  }
  return members;
};

/**
 * Finds places by walking through the text again, along the pointer that is asked for: nothing is kept of a text that
 * nobody asks about, and of each object and list on the way only where its members are.
 */
export const createJsonPlaces = (text: string): JsonPlaces => {
  const known = new Map<number, Members>();
  const members = (start: number): Members => {
    const found = known.get(start) ?? membersOf(text, start);
    known.set(start, found);
    return found;
  };
  return {
    at: (start, token) => {
      const code = text.charCodeAt(start);
      if (code !== openBrace && code !== openBracket) return undefined;
      return members(start).get(token);
    },
  };
};
