import path from "node:path";
import { type Reading, readingOf } from "../config/reading.js";
import { isUrl } from "../config/input-problem.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { shownUri } from "../diagnostics/shown-uri.js";
import { displayPath } from "../file-host.js";
import type { ReadSpec, readSpec } from "../read-spec.js";
import type { SourceHost } from "../source/load-document.js";
import { problemOf, type SourceOf } from "./problem-of.js";
import type { RedoclyProblem, RedoclySource } from "./redocly-types.js";

/** What is found in the description that Redocly walks through. */
export interface Linted {
  /** A file that Redocly has read. */
  readonly add: (source: RedoclySource) => void;
  readonly problems: (code: Diagnostic["code"]) => readonly RedoclyProblem[];
}

/** Settings of the API whose description a file is. */
export type ReadingFor = (input: string) => Reading | undefined;

/**
 * The files as Redocly has them: in an editor they may not be saved, and from the network they come with its own credentials. What
 * it does not know is read from the disk.
 */
const hostOver =
  (sources: ReadonlyMap<string, RedoclySource>, cwd: string) =>
  (files: SourceHost): SourceHost => {
    const known = (name: string): Uint8Array | undefined => {
      const source = sources.get(isUrl(name) ? name : path.resolve(cwd, name));
      return source === undefined ? undefined : new TextEncoder().encode(source.body);
    };
    return {
      ...files,
      readFile: (name) => known(name) ?? files.readFile(name),
      resolve: (fromFile, reference) => {
        const file = path.resolve(cwd, path.dirname(fromFile), reference);
        return sources.has(file) ? displayPath(file, cwd) : files.resolve(fromFile, reference);
      },
      remote: known,
    };
  };

/** What a file is called in places. */
const shownName = (absolute: string, cwd: string): string => (isUrl(absolute) ? shownUri(absolute) : displayPath(absolute, cwd));

/** Reads the description once, when the first rule asks, which is after Redocly has read all of it. */
export const createLinted = (entry: RedoclySource, cwd: string, readingFor: ReadingFor, read: typeof readSpec): Linted => {
  const sources = new Map([[entry.absoluteRef, entry]]);
  let found: ReadSpec | undefined;
  const sourceOf: SourceOf = (file) => [...sources.values()].find(({ absoluteRef }) => shownName(absoluteRef, cwd) === file);
  const readNow = (): ReadSpec => {
    const reading = readingFor(entry.absoluteRef) ?? readingOf();
    const access = { ...reading.access, allowOutside: true };
    // severities are Redocly's to give, and it lints the description as it is written
    return read(entry.absoluteRef, cwd, { ...reading, access, overlays: [], only: undefined, levels: new Map() }, { hostOver: hostOver(sources, cwd) });
  };
  return {
    add: (source) => void sources.set(source.absoluteRef, source),
    problems: (code) => {
      const all = (found ??= readNow());
      return all.diagnostics.filter((diagnostic) => diagnostic.code === code).map((diagnostic) => problemOf(diagnostic, all, sourceOf));
    },
  };
};
