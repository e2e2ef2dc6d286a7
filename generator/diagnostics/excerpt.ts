import { displayWidth } from "./display-width.js";
import type { Place, Position } from "./place.js";
import { printable } from "./printable.js";

/** One line of a file, or what is near the place if it is very long. `start` is the offset of the line's first character. */
interface Line {
  readonly number: number;
  readonly start: number;
  /** Offsets of the text: what stands in front of `from` and behind `to` is not looked at. */
  readonly from: number;
  readonly to: number;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** The columns that are shown, counted from 0; the same for all lines of one excerpt, so that they stay in line. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** Shown around the caret of a line that is too long to be shown whole, as minified JSON is. */
const before = 50;
const after = 70;
const tabStop = 4;

/**
 * How far a line is searched for its ends. Minified files are one line of megabytes, which would be searched again for
 * each finding; lines next to such a one are not shown.
 */
const reach = 1_000;

/** The offset of the line break at or behind an offset; undefined where there is none near. */
const breakAfter = (text: string, offset: number): number | undefined => {
  const near = text.slice(offset, offset + reach).indexOf("\n");
  if (near !== -1) return offset + near;
  return offset + reach >= text.length ? text.length : undefined;
};

const breakBefore = (text: string, offset: number): number | undefined => {
  const from = Math.max(0, offset - reach);
  const near = text.slice(from, offset).lastIndexOf("\n");
  if (near !== -1) return from + near;
  return from === 0 ? -1 : undefined;
};

/** The end of a line without the carriage return in front of its break. */
const withoutReturn = (text: string, end: number, start: number): number => (end > start && text[end - 1] === "\r" ? end - 1 : end);

/** The line that a place is in; its column says where it starts. */
const lineOf = (text: string, offset: number, { line, column }: Position): Line => {
  const start = Math.max(0, offset - (column - 1));
  const end = breakAfter(text, offset);
  const from = Math.max(start, offset - reach);
  const to = end === undefined ? offset + reach : withoutReturn(text, end, start);
  return { number: line, start, from, to, isCutBefore: from > start, isCutAfter: end === undefined };
};

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Moves a cut in front of a character that takes two code units. */
const whole = (text: string, index: number): number =>
  index > 0 && index < text.length && isLowSurrogate(text.charCodeAt(index)) ? index - 1 : index;

const windowOf = (text: string, line: Line, offset: number): Window => {
  const isShort = !line.isCutBefore && !line.isCutAfter && line.to - line.start <= before + after;
  if (isShort) return { from: 0, to: before + after };
  return { from: Math.max(line.start, whole(text, offset - before)) - line.start, to: whole(text, offset + after) - line.start };
};

/** User and password in a URL, and the query of one that is referred to, may be secrets; stars keep the columns. */
const secrets = [/(?<=:\/\/)[^\s/?#"'@]+(?=@)/g, /(?<=\$ref["']?\s*:\s*["']?https?:[^\s"'?]*\?)[^\s"'#]+/g];

const masked = (text: string): string => secrets.reduce((shown, secret) => shown.replace(secret, (found) => "*".repeat(found.length)), text);

/** The part of a line that is in the window, without the marks of what is cut off. */
const inside = (text: string, line: Line, { from, to }: Window): string => {
  const start = Math.min(Math.max(line.from, whole(text, line.start + from)), line.to);
  const end = Math.min(line.to, whole(text, line.start + to));
  // more than is shown, since a secret may begin outside
  const near = masked(text.slice(line.from, line.to));
  return near.slice(start - line.from, Math.max(start, end) - line.from);
};

const shownPart = (text: string, line: Line, window: Window): string => {
  const isCutBefore = window.from > 0;
  const isCutAfter = line.isCutAfter || line.start + window.to < line.to;
  return `${isCutBefore ? "…" : ""}${inside(text, line, window)}${isCutAfter ? "…" : ""}`;
};

interface Laid {
  readonly text: string;
  readonly width: number;
}

/** Text as it is shown when `column` columns stand in front of it: tabs become spaces, so that the caret can be placed. */
const lay = (text: string, column: number): Laid => {
  let shown = "";
  let width = column;
  for (const character of text) {
    const visible = character === "\t" ? " ".repeat(tabStop - (width % tabStop)) : printable(character);
    shown += visible;
    width += character === "\t" ? visible.length : displayWidth(visible);
  }
  return { text: shown, width: width - column };
};

const caretLine = (text: string, line: Line, place: Place, offset: number, window: Window): string => {
  const start = Math.min(offset, line.to);
  const end = Math.min(place.end.offset, line.to, line.start + window.to);
  const ahead = lay(`${window.from > 0 ? "…" : ""}${inside(text, line, { from: window.from, to: start - line.start })}`, 0).width;
  const run = lay(text.slice(start, Math.max(start, end)), ahead).width;
  return " ".repeat(ahead) + "^".repeat(Math.max(1, run));
};

const above = (text: string, line: Line): Line | undefined => {
  if (line.start === 0) return undefined;
  const end = line.start - 1;
  const ahead = breakBefore(text, end);
  if (ahead === undefined) return undefined;
  const to = withoutReturn(text, end, ahead + 1);
  return { number: line.number - 1, start: ahead + 1, from: ahead + 1, to, isCutBefore: false, isCutAfter: false };
};

const below = (text: string, line: Line): Line | undefined => {
  const start = line.isCutAfter ? undefined : text.indexOf("\n", line.to) + 1;
  if (start === undefined || start === 0 || start >= text.length) return undefined;
  const end = breakAfter(text, start);
  const to = end === undefined ? start + reach : withoutReturn(text, end, start);
  return { number: line.number + 1, start, from: start, to, isCutBefore: false, isCutAfter: end === undefined };
};

/** The line of a place with the lines before and after it, numbered, and carets under what the place covers. */
export const excerpt = (text: string, place: Place): readonly string[] => {
  const offset = Math.min(place.start.offset, text.length);
  const line = lineOf(text, offset, place.start);
  const window = windowOf(text, line, offset);
  // where the middle of a long line is shown, others have nothing to show beside it
  const isBeside = (one: Line): boolean => window.from === 0 || inside(text, one, window) !== "";
  const [previous, next] = [above(text, line), below(text, line)].map((one) => (one !== undefined && isBeside(one) ? one : undefined));
  const gutter = String((next ?? line).number).length;
  const row = (label: string, content: string): string => `${label.padStart(gutter + 2)} | ${content}`.trimEnd();
  const show = (one: Line): string => row(String(one.number), lay(shownPart(text, one, window), 0).text);
  return [
    ...(previous === undefined ? [] : [show(previous)]),
    show(line),
    row("", caretLine(text, line, place, offset, window)),
    ...(next === undefined ? [] : [show(next)]),
  ];
};
