import type { SourceValue } from "../value.js";
import { flowScalar, resolvePlain } from "../yaml.js";
import { afterSpaces, carriageReturn, colon, comma, type Cursor, dash, doubt, hash, isBlank, newline, space, tab } from "./cursor.js";

/** Characters that no plain scalar begins with, since they begin something else: `,[]{}#&*!|>'"%@` and the backtick. */
const indicators: ReadonlySet<number> = new Set([...",[]{}#&*!|>'\"%@`"].map((one) => one.charCodeAt(0)));

const question = 0x3f;

/** `,` `[` `]` `{` or `}`, which end a plain scalar between brackets. */
export const isFlowIndicator = (code: number): boolean =>
  code === comma || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;

export const beginsPlain = (text: string, at: number, inFlow: boolean): boolean => {
  const code = text.charCodeAt(at);
  if (indicators.has(code) || isBlank(code)) return false;
  if (code !== dash && code !== question && code !== colon) return true;
  const next = text.charCodeAt(at + 1);
  return !isBlank(next) && !(inFlow && isFlowIndicator(next));
};

/** Where a plain scalar stops in its line: at the colon of a key, before white space at the end, at a comment or a bracket. */
export const endOfPlain = (text: string, start: number, inFlow: boolean): number => {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === newline || Number.isNaN(code)) break;
    if (code === colon) {
      const next = text.charCodeAt(at + 1);
      if (isBlank(next) || (inFlow && isFlowIndicator(next))) break;
    } else if (code === hash && isBlank(text.charCodeAt(at - 1))) break;
    else if (inFlow && isFlowIndicator(code)) break;
    at += 1;
  }
  return at;
};

/** Without the white space before an offset. */
export const trimmedEnd = (text: string, end: number): number => {
  let at = end;
  for (let code = text.charCodeAt(at - 1); code === space || code === tab || code === carriageReturn; code = text.charCodeAt(at - 1)) at -= 1;
  return at;
};

/** The offset at which the scalar goes on in a later line, or -1. */
const continuation = (text: string, end: number, parent: number): number => {
  let lineStart = end + 1;
  let at = afterSpaces(text, lineStart);
  for (let code = text.charCodeAt(at); code === newline || code === carriageReturn; code = text.charCodeAt(at)) {
    lineStart = code === newline ? at + 1 : at + 2;
    at = afterSpaces(text, lineStart);
  }
  return at < text.length && at - lineStart > parent && text.charCodeAt(at) !== hash ? at : -1;
};

/**
 * Reads a plain scalar in block style, over the lines that are indented more than `parent`. The cursor stands on its first
 * character, and then behind its last one.
 */
export const readPlain = (cursor: Cursor, parent: number): SourceValue => {
  const { text, at: start } = cursor;
  let stop = endOfPlain(text, start, false);
  let isFolded = false;
  while (text.charCodeAt(stop) === newline) {
    const next = continuation(text, stop, parent);
    if (next === -1) break;
    if (text.charCodeAt(next) === tab) return doubt(cursor, "a tab", next);
    isFolded = true;
    cursor.lineStart = text.lastIndexOf("\n", next) + 1;
    stop = endOfPlain(text, next, false);
  }
  if (text.charCodeAt(stop) === colon) return doubt(cursor, "a key in a value", stop);
  const end = trimmedEnd(text, stop);
  cursor.start = start;
  cursor.end = end;
  cursor.at = end;
  const source = text.slice(start, end);
  return isFolded ? flowScalar(source, "scalar") ?? doubt(cursor, "a value of several lines", start) : resolvePlain(source);
};
