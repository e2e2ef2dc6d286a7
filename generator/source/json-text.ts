import { mostFindings } from "./most-findings.js";

/** Where reading stopped, and why. */
export interface JsonFault {
  readonly code: "json-syntax" | "depth-exceeded" | "file-too-large";
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
}

/** A text and how far it has been read. A fault ends the reading. */
export interface JsonCursor {
  readonly text: string;
  /** Matches numbers and words. One for each reading, since a sticky expression keeps in itself where it goes on. */
  readonly bare: RegExp;
  at: number;
  fault: JsonFault | undefined;
  /** Faults that leave no doubt how to go on; others may follow, which are worth telling in the same run. */
  readonly slips: JsonFault[];
}

const quote = 0x22;
const backslash = 0x5c;

export const fail = (cursor: JsonCursor, message: string, offset = cursor.at, code: JsonFault["code"] = "json-syntax", hint?: string): null => {
  cursor.fault ??= { code, offset, message, ...(hint !== undefined && { hint }) };
  return null;
};

/** Notes what is wrong and goes on as if it were not. */
export const slip = (cursor: JsonCursor, message: string, offset: number): void => {
  if (cursor.slips.length === mostFindings) fail(cursor, message, offset);
  else cursor.slips.push({ code: "json-syntax", offset, message });
};

const found = ({ text, at }: JsonCursor): string =>
  at >= text.length ? "the end of the file" : `\`${String.fromCodePoint(text.codePointAt(at) ?? 0)}\``;

const expectation = (cursor: JsonCursor, expected: string): string => `expected ${expected}, found ${found(cursor)}`;

export const failExpecting = (cursor: JsonCursor, expected: string): null => fail(cursor, expectation(cursor, expected));

export const slipExpecting = (cursor: JsonCursor, expected: string): void => slip(cursor, expectation(cursor, expected), cursor.at);

const slash = 0x2f;

/** Where a comment that begins at an offset ends; the offset itself where none begins. */
const endOfComment = (text: string, at: number): number => {
  const isLine = text.startsWith("//", at);
  if (!isLine && !text.startsWith("/*", at)) return at;
  const end = isLine ? text.indexOf("\n", at) : text.indexOf("*/", at + 2);
  return end === -1 ? text.length : isLine ? end : end + 2;
};

/** The offset of the first character at or behind one that is no white space. */
const afterSpace = (text: string, from: number): number => {
  let at = from;
  for (let code = text.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09; code = text.charCodeAt(at))
    at += 1;
  return at;
};

const skipComments = (cursor: JsonCursor): void => {
  while (cursor.text.charCodeAt(cursor.at) === slash && cursor.fault === undefined) {
    const end = endOfComment(cursor.text, cursor.at);
    if (end === cursor.at) return;
    slip(cursor, "comments are not part of JSON", cursor.at);
    cursor.at = afterSpace(cursor.text, end);
  }
};

export const skipSpace = (cursor: JsonCursor): void => {
  cursor.at = afterSpace(cursor.text, cursor.at);
  if (cursor.text.charCodeAt(cursor.at) === slash) skipComments(cursor);
};

const anyEscape = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}|())/g;

/** The value of a string with escapes; `start` is the offset of its opening quote, `end` that of its closing one. */
const unescape = (cursor: JsonCursor, start: number, end: number): string => {
  const source = cursor.text.slice(start, end + 1);
  for (const escape of source.matchAll(anyEscape))
    if (escape[1] !== undefined) fail(cursor, "unknown escape in a string", start + escape.index);
  return cursor.fault === undefined ? String(JSON.parse(source)) : "";
};

/** Reads a string; the cursor stands on its opening quote, and then behind its closing one. */
export const readString = (cursor: JsonCursor): string => {
  const { text } = cursor;
  const start = cursor.at;
  let escaped = false;
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      cursor.at = at + 1;
      return escaped ? unescape(cursor, start, at) : text.slice(start + 1, at);
    }
    if (code === backslash) {
      escaped = true;
      at += 1;
    } else if (code < 0x20) {
      fail(cursor, "a string cannot hold a line break, a tab or another control character; write it as an escape", at);
      return "";
    }
  }
  fail(cursor, "the string is not closed", start);
  return "";
};

export const createCursor = (text: string): JsonCursor => ({
  text,
  bare: /(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-])/y,
  at: 0,
  fault: undefined,
  slips: [],
});

/** Reads a number, `true`, `false` or `null`. */
export const readBare = (cursor: JsonCursor): number | boolean | null => {
  cursor.bare.lastIndex = cursor.at;
  const source = cursor.bare.exec(cursor.text)?.[0];
  if (source === undefined) return failExpecting(cursor, "a value");
  cursor.at += source.length;
  return JSON.parse(source) as number | boolean | null;
};
