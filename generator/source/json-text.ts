/** Where reading stopped, and why. */
export interface JsonFault {
  readonly code: "json-syntax" | "depth-exceeded";
  readonly offset: number;
  readonly message: string;
}

/** A text and how far it has been read. The first fault ends the reading. */
export interface JsonCursor {
  readonly text: string;
  /** Matches numbers and words. One for each reading, since a sticky expression keeps in itself where it goes on. */
  readonly bare: RegExp;
  at: number;
  fault: JsonFault | undefined;
}

const quote = 0x22;
const backslash = 0x5c;

export const fail = (cursor: JsonCursor, message: string, offset = cursor.at, code: JsonFault["code"] = "json-syntax"): null => {
  cursor.fault ??= { code, offset, message };
  return null;
};

const found = ({ text, at }: JsonCursor): string =>
  at >= text.length ? "the end of the file" : `\`${String.fromCodePoint(text.codePointAt(at) ?? 0)}\``;

export const failExpecting = (cursor: JsonCursor, expected: string): null =>
  fail(cursor, `expected ${expected}, found ${found(cursor)}`);

export const skipSpace = (cursor: JsonCursor): void => {
  const { text } = cursor;
  let { at } = cursor;
  for (let code = text.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09; code = text.charCodeAt(at))
    at += 1;
  cursor.at = at;
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
});

/** Reads a number, `true`, `false` or `null`. */
export const readBare = (cursor: JsonCursor): number | boolean | null => {
  cursor.bare.lastIndex = cursor.at;
  const source = cursor.bare.exec(cursor.text)?.[0];
  if (source === undefined) return failExpecting(cursor, "a value");
  cursor.at += source.length;
  return JSON.parse(source) as number | boolean | null;
};
