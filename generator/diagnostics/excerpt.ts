import { displayWidth } from "./display-width.js";
import type { Place } from "./place.js";
import { printable } from "./printable.js";

/** One line of a file, without its line break. `start` is the offset of its first character. */
interface Line {
  readonly number: number;
  readonly start: number;
  readonly text: string;
}

/** The characters of a line that are shown; the same for all lines of one excerpt, so that columns stay in line. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** Shown around the caret of a line that is too long to be shown whole, as minified JSON is. */
const before = 50;
const after = 70;
const tabStop = 4;

const lineAt = (text: string, offset: number, number: number): Line => {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const whole = text.slice(start, end === -1 ? text.length : end);
  return { number, start, text: whole.endsWith("\r") ? whole.slice(0, -1) : whole };
};

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Moves a cut in front of a character that takes two code units. */
const whole = (text: string, index: number): number =>
  index > 0 && index < text.length && isLowSurrogate(text.charCodeAt(index)) ? index - 1 : index;

const windowOf = (line: string, column: number): Window =>
  line.length <= before + after
    ? { from: 0, to: before + after }
    : { from: Math.max(0, whole(line, column - before)), to: whole(line, column + after) };

const cut = (line: string, { from, to }: Window): string =>
  `${from > 0 ? "…" : ""}${line.slice(whole(line, from), whole(line, to))}${to < line.length ? "…" : ""}`;

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

const caretLine = (line: Line, place: Place, window: Window): string => {
  const start = Math.min(place.start.offset - line.start, line.text.length);
  const end = Math.min(place.end.offset - line.start, line.text.length, window.to);
  const ahead = lay(cut(line.text.slice(0, start), { from: window.from, to: start }), 0).width;
  const run = lay(line.text.slice(start, Math.max(start, end)), ahead).width;
  return " ".repeat(ahead) + "^".repeat(Math.max(1, run));
};

const neighbours = (text: string, line: Line): { readonly above?: Line; readonly below?: Line } => {
  const next = text.indexOf("\n", line.start);
  return {
    ...(line.start > 0 && { above: lineAt(text, line.start - 1, line.number - 1) }),
    ...(next !== -1 && next + 1 < text.length && { below: lineAt(text, next + 1, line.number + 1) }),
  };
};

/** The line of a place with the lines before and after it, numbered, and carets under what the place covers. */
export const excerpt = (text: string, place: Place): readonly string[] => {
  const offset = Math.min(place.start.offset, text.length);
  const line = lineAt(text, offset, place.start.line);
  const { above, below } = neighbours(text, line);
  const window = windowOf(line.text, offset - line.start);
  const gutter = String((below ?? line).number).length;
  const row = (label: string, content: string): string => `${label.padStart(gutter + 2)} | ${content}`.trimEnd();
  const show = (one: Line): string => row(String(one.number), lay(cut(one.text, window), 0).text);
  return [
    ...(above === undefined ? [] : [show(above)]),
    show(line),
    row("", caretLine(line, place, window)),
    ...(below === undefined ? [] : [show(below)]),
  ];
};
