import type { Report } from "../../diagnostics/collector.js";
import type { Placer } from "../placer.js";
import { tooDeep } from "../depth-limit.js";
import type { SpannedValue } from "../spans.js";
import { tooMany, valueLimit } from "../value-limit.js";
import type { SourceValue } from "../value.js";
import type { YamlProblem } from "../yaml.js";
import { createYamlReader } from "../yaml-reader.js";
import { readRoot } from "./block.js";
import { type Cursor, type Doubt, doubt, isLineEnd, toContent } from "./cursor.js";

/** What a text holds, undefined after a report; or where it is not plainly written. */
export type PlainYaml = { readonly read: SpannedValue | undefined } | Problem;

interface Problem {
  readonly problem: YamlProblem;
  /** No way to read the text is left: nobody else needs to be asked. */
  readonly isFault: boolean;
}

/** Characters that mean something to the parser, or that some readers take for line breaks. */
const unsafe = /[\0-\u0008\u000b\u000c\u000e-\u001f\uFEFF]/;

const offsetOfUnsafe = (text: string): number => {
  const lone = text.includes("\r") ? text.search(/\r(?!\n)/) : -1;
  return lone === -1 ? text.search(unsafe) : lone;
};

const mark = "---";

/** Steps to the value of the document, over the mark at its beginning. */
const toRoot = (cursor: Cursor): void => {
  const { text } = cursor;
  const start = text.search(/^(?![ \t]*(?:#|\r?$))/m);
  if (text.startsWith(mark, start) && isLineEnd(text, start + mark.length)) {
    cursor.at = start + mark.length;
    cursor.lineStart = start;
  }
  toContent(cursor);
};

const messages: Readonly<Partial<Record<YamlProblem["code"], string>>> = {
  "depth-exceeded": tooDeep,
  "yaml-multiple-documents": "a second document begins here; a file holds one",
};

const problemOf = ({ code = "yaml-syntax", offset, what, fault }: Doubt): YamlProblem =>
  fault ?? {
    code,
    start: offset,
    end: offset + 1,
    message: messages[code] ?? `this is no YAML, or YAML that is read only in smaller files: ${what}`,
    ...(code === "yaml-syntax" && { hint: "write what stands here in a simpler way, or split the description into several files" }),
  };

/** What was read, with all that is wrong with it. */
const finished = (value: SourceValue, { reader, start, end }: Cursor, findings: readonly Parameters<Report>[], report: Report): PlainYaml => {
  for (const finding of findings) report(...finding);
  return { read: reader.isBroken ? undefined : { value, span: { start, end }, table: reader.table } };
};

/**
 * Reads YAML that is plainly written, as nearly all of it is, many times as fast as the parser that knows all of YAML reads it.
 * Whatever is rare or wrong ends the reading with a doubt, and is left to that parser: tags, keys behind `?`, directives, tabs,
 * a second document, and every fault of syntax.
 */
export const readPlainYaml = (text: string, place: Placer, report: Report): PlainYaml => {
  const findings: Parameters<Report>[] = [];
  const reader = createYamlReader(place, (...finding) => void findings.push(finding));
  const limit = valueLimit(text);
  const cursor: Cursor = { text, reader, at: 0, lineStart: 0, start: 0, end: 0, after: 0, doubt: undefined, left: limit };
  const strange = offsetOfUnsafe(text);
  if (strange !== -1) doubt(cursor, "a control character", strange);
  else toRoot(cursor);
  const value = cursor.doubt === undefined ? readRoot(cursor) : null;
  if (cursor.doubt === undefined) return finished(value, cursor, findings, report);
  if (cursor.left >= 0) return { problem: problemOf(cursor.doubt), isFault: cursor.doubt.fault !== undefined };
  const { start, end } = { start: cursor.doubt.offset, end: cursor.doubt.offset + 1 };
  report("file-too-large", { ...tooMany(limit, "values"), place: place(start, end) });
  return { read: undefined };
};
