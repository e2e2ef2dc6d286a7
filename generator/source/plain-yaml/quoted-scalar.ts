import { flowScalar, type YamlProblem } from "../yaml.js";
import { afterSpaces, carriageReturn, type Cursor, doubleQuote, doubt, fault, newline, tab } from "./cursor.js";

const backslash = 0x5c;

const endOfDouble = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === doubleQuote) return at;
    if (code === backslash) at += 1;
  }
  return -1;
};

const endOfSingle = (text: string, start: number): number => {
  let at = text.indexOf("'", start + 1);
  while (at !== -1 && text.charAt(at + 1) === "'") at = text.indexOf("'", at + 2);
  return at;
};

/** Whether the lines of a scalar are indented as they have to be; the line of the cursor becomes the last of them. */
const followsIndentation = (cursor: Cursor, end: number, parent: number): boolean => {
  const { text } = cursor;
  for (let at = text.indexOf("\n", cursor.at); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) {
    const content = afterSpaces(text, at + 1);
    const code = text.charCodeAt(content);
    if (code === tab) return false;
    if (code !== newline && code !== carriageReturn && content - at - 1 <= parent) return false;
    cursor.lineStart = at + 1;
  }
  return parent >= 0;
};

/** It is missing at the end of the text, wherever it was meant to be. */
const unclosed = (text: string, start: number): YamlProblem => ({
  code: "yaml-syntax",
  start: text.length,
  end: text.length,
  message: `the closing ${text.charAt(start)} is missing`,
  hint: "a text that begins with a quote has to end with one",
});

/** Reads a text in quotes; the cursor stands on the opening one, and then behind the closing one. */
export const readQuoted = (cursor: Cursor, parent: number): string | null => {
  const { text, at: start } = cursor;
  const isDouble = text.charCodeAt(start) === doubleQuote;
  const end = isDouble ? endOfDouble(text, start) : endOfSingle(text, start);
  if (end === -1) return fault(cursor, unclosed(text, start));
  const inner = text.slice(start + 1, end);
  const isFolded = inner.includes("\n");
  if (isFolded && !followsIndentation(cursor, end, parent)) return doubt(cursor, "the indentation of a text in quotes");
  cursor.start = start;
  cursor.end = end + 1;
  cursor.at = end + 1;
  if (!isFolded && !inner.includes(isDouble ? "\\" : "'")) return inner;
  const value = flowScalar(text.slice(start, end + 1), isDouble ? "double-quoted-scalar" : "single-quoted-scalar");
  return value ?? doubt(cursor, "an escape", start);
};
