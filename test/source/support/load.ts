import { posix } from "node:path";
import type { JsonValue } from "../../../generator/code/json-value.js";
import { createCollector } from "../../../generator/diagnostics/collector.js";
import type { Place } from "../../../generator/diagnostics/place.js";
import { loadDocument, type SourceHost } from "../../../generator/source/load-document.js";
import { applyOverlays } from "../../../generator/source/overlay/apply-overlays.js";
import { toPlain } from "../../../generator/source/to-plain.js";
import type { SourceObject } from "../../../generator/source/value.js";
import { summary } from "./read.js";

/** Files by path; nothing outside of the folder they are in may be read. */
export type Files = Readonly<Record<string, string>>;

export interface Loaded {
  readonly root: SourceObject | undefined;
  /** The document as plain data. */
  readonly document: JsonValue;
  readonly diagnostics: readonly string[];
  /** Paths, in the order of reading. */
  readonly files: readonly string[];
  /** The text that a pointer into the document stands for, with file and line. */
  readonly textAt: (pointer: string, part?: "key" | "value") => string | undefined;
  /** How it got to where it is: sentences with the text of the place each of them names. */
  readonly notesAt: (pointer: string) => readonly string[];
}

const hostOf = (files: Files): SourceHost => ({
  readFile: (path) => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    return text === undefined ? undefined : new TextEncoder().encode(text);
  },
  resolve: (from, reference) => {
    const path = posix.join(posix.dirname(from), reference);
    return path.startsWith("..") || posix.isAbsolute(reference) ? undefined : path;
  },
});

const cut = (files: Files, { file, start, end }: Place): string =>
  `${file}:${start.line} ${(files[file] ?? "").slice(start.offset, end.offset).trimEnd()}`;

/** Loads `openapi.yaml` (or `openapi.json`) with overlays, and what it refers to. */
export const load = (files: Files, overlays: readonly string[] = []): Loaded => {
  const { report, diagnostics } = createCollector();
  const entry = Object.hasOwn(files, "openapi.json") ? "openapi.json" : "openapi.yaml";
  const loaded = loadDocument(entry, hostOf(files), report, overlays.length === 0 ? undefined : applyOverlays(overlays));
  return {
    root: loaded.root,
    document: loaded.root === undefined ? null : toPlain(loaded.root),
    diagnostics: diagnostics().map((one) => summary(one, loaded.locate)),
    files: loaded.files.map(({ path }) => path),
    textAt: (pointer, part) => {
      const place = loaded.locate({ pointer, ...(part === undefined ? {} : { part }) });
      return place === undefined ? undefined : cut(files, place);
    },
    notesAt: (pointer) => loaded.notes(pointer).map(({ message, place }) => `${message}: ${place === undefined ? "" : cut(files, place)}`),
  };
};

/** A description with something after its first two members. */
export const spec = (rest: string): string => `openapi: 3.1.0\ninfo: { title: T, version: "1" }\n${rest}`;

/** A description with component schemas, each line one. */
export const schemas = (...lines: readonly string[]): string =>
  spec(`components:\n  schemas:\n${lines.map((line) => `    ${line}\n`).join("")}`);
