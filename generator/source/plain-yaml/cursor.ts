import type { YamlProblem } from "../yaml.js";
import type { YamlReader } from "../yaml-reader.js";

/** Why a text is left to the parser that knows all of YAML: this may be a fault, or only a rare way to write. */
export interface Doubt {
  readonly offset: number;
  readonly what: string;
  readonly code?: YamlProblem["code"];
  /** What is certainly wrong. */
  readonly fault?: YamlProblem;
}

/** A text and how far it has been read. A doubt ends the reading. */
export interface Cursor {
  readonly text: string;
  readonly reader: YamlReader;
  at: number;
  /** Where the line begins that the cursor is in. */
  lineStart: number;
  /** Where the value that was read last begins and ends. */
  start: number;
  end: number;
  /** Behind the line in which the value ends that was read last. */
  after: number;
  doubt: Doubt | undefined;
  /** How many more values are read. */
  left: number;
}

export const space = 0x20;
export const tab = 0x09;
export const newline = 0x0a;
export const carriageReturn = 0x0d;
export const hash = 0x23;
export const colon = 0x3a;
export const dash = 0x2d;
export const comma = 0x2c;
export const doubleQuote = 0x22;
export const singleQuote = 0x27;
export const ampersand = 0x26;
export const asterisk = 0x2a;

export const doubt = (cursor: Cursor, what: string, offset = cursor.at, code?: YamlProblem["code"]): null => {
  cursor.doubt ??= { offset, what, ...(code !== undefined && { code }) };
  return null;
};

/** Ends the reading with what is certainly wrong. */
export const fault = (cursor: Cursor, problem: YamlProblem): null => {
  cursor.doubt ??= { offset: problem.start, what: problem.message, fault: problem };
  return null;
};

/** White space or the end of the text, which is no number. */
export const isBlank = (code: number): boolean =>
  code === space || code === newline || code === carriageReturn || code === tab || Number.isNaN(code);

/** The line break that a line ends with, or the end of the text. */
export const isLineEnd = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === newline || Number.isNaN(code) || (code === carriageReturn && text.charCodeAt(at + 1) === newline);
};

/** The offset of the line break at or behind an offset, or of the end of the text. */
export const endOfLine = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
};

export const afterSpaces = (text: string, from: number): number => {
  let at = from;
  while (text.charCodeAt(at) === space) at += 1;
  return at;
};

export const columnOf = ({ at, lineStart }: Cursor): number => at - lineStart;

export const isAtEnd = ({ at, text }: Cursor): boolean => at >= text.length;

/** Between things in one line, a tab is as good as a space. */
export const afterGap = (text: string, from: number): number => {
  let at = from;
  for (let code = text.charCodeAt(at); code === space || code === tab; code = text.charCodeAt(at)) at += 1;
  return at;
};

const isCommentAt = ({ text, lineStart }: Cursor, at: number): boolean =>
  text.charCodeAt(at) === hash && (at === lineStart || text.charCodeAt(at - 1) === space || text.charCodeAt(at - 1) === tab);

const isMarkerAt = (text: string, at: number): boolean => text.startsWith("---", at) || text.startsWith("...", at);

/** Steps over white space, line breaks and comments. */
export const toContent = (cursor: Cursor): void => {
  const { text } = cursor;
  let at = cursor.at;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === space) at += 1;
    else if (code === newline || (code === carriageReturn && text.charCodeAt(at + 1) === newline)) {
      at += code === newline ? 1 : 2;
      cursor.lineStart = at;
    } else if (isCommentAt(cursor, at)) at = endOfLine(text, at);
    else if (code === tab && isLineEnd(text, afterGap(text, at))) at = afterGap(text, at);
    else break;
  }
  cursor.at = at;
  const code = text.charCodeAt(at);
  if (code === tab || code === carriageReturn) doubt(cursor, "a tab or a line break of another kind");
  else if (at === cursor.lineStart && isMarkerAt(text, at)) doubt(cursor, "the border of a document", at, text.charCodeAt(at) === dash ? "yaml-multiple-documents" : undefined);
};

/** Steps to what follows a value that ends its line. */
export const finishLine = (cursor: Cursor): void => {
  const { text } = cursor;
  const at = afterGap(text, cursor.at);
  cursor.at = at;
  if (isCommentAt(cursor, at)) cursor.at = endOfLine(text, at);
  else if (!isLineEnd(text, at)) return void doubt(cursor, "something behind a value");
  cursor.after = Math.min(endOfLine(text, at) + 1, text.length);
  toContent(cursor);
};
