import type { Said, SampleText } from "../documented-api.js";
import { type Excerpt, part, placeOf, trimmed } from "./excerpt.js";

/** A sample request as a command line. */
export interface CurlSample {
  /** In lower case; undefined where the command leaves it to curl. */
  readonly method: Said<string> | undefined;
  readonly url: Said<string> | undefined;
  readonly headers: readonly Said<SampleText>[];
  readonly body: Said<string> | undefined;
  /** Offset behind the command in its excerpt. */
  readonly end: number;
}

/** A word of a command line: in quotes, or up to white space. A quote that ends is the end, whatever stands right behind it. */
const word = /'([^']*)'|"((?:[^"\\]|\\.)*)"|([^\s'"\\]+)/y;

/** Between words: white space, and a backslash where the line goes on. */
const gap = /(?:\s|\\(?=\s))+/y;

interface Word {
  readonly excerpt: Excerpt;
  readonly next: number;
}

const wordAt = (excerpt: Excerpt, at: number): Word | undefined => {
  word.lastIndex = at;
  const match = word.exec(excerpt.text);
  if (match === null) return undefined;
  const isQuoted = match[3] === undefined;
  const next = word.lastIndex;
  return { excerpt: isQuoted ? part(excerpt, at + 1, next - 1) : part(excerpt, at, next), next };
};

const afterGap = (excerpt: Excerpt, at: number): number => {
  gap.lastIndex = at;
  return gap.test(excerpt.text) ? gap.lastIndex : at;
};

const withValue: ReadonlyMap<string, "method" | "header" | "body" | "other"> = new Map([
  ["-X", "method"],
  ["--request", "method"],
  ["-H", "header"],
  ["--header", "header"],
  ["-d", "body"],
  ["--data", "body"],
  ["--data-raw", "body"],
  ["-u", "other"],
  ["--user", "other"],
]);

const headerOf = (excerpt: Excerpt): Said<SampleText> | undefined => {
  const match = /^([\w-]{1,100}):\s*(.*)$/s.exec(excerpt.text);
  return match === null ? undefined : { value: { name: match[1] ?? "", value: match[2] ?? "" }, place: placeOf(excerpt) };
};

const saidText = (excerpt: Excerpt): Said<string> => ({ value: excerpt.text, place: placeOf(excerpt) });

const isUrl = (text: string): boolean => /^https?:\/\/[^\s'"<>]+$/.test(text);

/** Reads a command that begins with `curl`; the first word that belongs to no command ends it. */
export const readCurl = (excerpt: Excerpt): CurlSample => {
  let method: Said<string> | undefined;
  let url: Said<string> | undefined;
  let body: Said<string> | undefined;
  const headers: Said<SampleText>[] = [];
  let end = "curl".length;
  for (let at = afterGap(excerpt, end); ; at = afterGap(excerpt, end)) {
    const option = at === end ? undefined : wordAt(excerpt, at);
    if (option === undefined) break;
    const { text } = option.excerpt;
    const takes = withValue.get(text);
    if (takes !== undefined) {
      const value = wordAt(excerpt, afterGap(excerpt, option.next));
      if (value === undefined) break;
      if (takes === "method") method = { value: value.excerpt.text.toLowerCase(), place: placeOf(value.excerpt) };
      if (takes === "body") body = saidText(value.excerpt);
      const header = takes === "header" ? headerOf(value.excerpt) : undefined;
      if (header !== undefined) headers.push(header);
      end = value.next;
    } else if (isUrl(text) && url === undefined) {
      url = saidText(option.excerpt);
      end = option.next;
    } else if (/^--?[A-Za-z][\w-]*$/.test(text)) end = option.next;
    else break;
  }
  return { method, url, headers, body, end };
};

/** The base and the path of a URL, each with its place, and its query; undefined where it is none. */
export const readUrl = (
  given: Excerpt,
): { readonly server: Said<string>; readonly path: Said<string>; readonly query: readonly Said<SampleText>[] } | undefined => {
  const url = trimmed(given);
  const match = /^(https?:\/\/[\w.:{}-]{1,200})(\/[^\s?#'"<>]{0,1000})?(?:\?([^\s#'"<>]{0,4000}))?/d.exec(url.text);
  if (match === null) return undefined;
  const span = (index: number): Excerpt => {
    const [from, to] = match.indices?.[index] ?? [0, 0];
    return part(url, from, to);
  };
  const query = match[3] === undefined ? [] : [...new URLSearchParams(match[3])].slice(0, 500);
  return {
    server: saidText(span(1)),
    path: match[2] === undefined ? { value: "/", place: placeOf(span(1)) } : saidText(span(2)),
    query: query.map(([name, value]) => ({ value: { name, value }, place: placeOf(span(3)) })),
  };
};
