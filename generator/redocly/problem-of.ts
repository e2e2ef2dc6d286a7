import type { Diagnostic, Note } from "../diagnostics/diagnostic.js";
import type { Place } from "../diagnostics/place.js";
import { printable } from "../diagnostics/printable.js";
import type { ReadSpec } from "../read-spec.js";
import type { RedoclyLocation, RedoclyProblem, RedoclySource } from "./redocly-types.js";

/** The file of a diagnostic as Redocly has it, undefined for one that it did not read. */
export type SourceOf = (file: string) => RedoclySource | undefined;

const placeText = ({ file, start }: Place): string => `${file}:${start.line}:${start.column}`;

/** What stands in the file at a place; whoever ignores a finding names it by its pointer, so that goes before lines and columns. */
const locationOf = ({ place, target }: Diagnostic, { writtenAt }: ReadSpec, sourceOf: SourceOf): RedoclyLocation | undefined => {
  if (place !== undefined) {
    const source = sourceOf(place.file);
    const [start, end] = [place.start, place.end].map(({ line, column }) => ({ line, col: column }));
    return source === undefined || start === undefined || end === undefined ? undefined : { source, pointer: undefined, start, end };
  }
  const part = target === undefined ? undefined : writtenAt(target);
  const source = part === undefined ? undefined : sourceOf(part.file);
  if (part === undefined || source === undefined) return undefined;
  return { source, pointer: `#${part.pointer === "" ? "/" : part.pointer}`, ...(part.part === "key" && { reportOnKey: true }) };
};

const noteText = ({ message, place, target }: Note, { locate }: ReadSpec): string => {
  const found = place ?? (target === undefined ? undefined : locate(target));
  return found === undefined ? message : `${message} (${placeText(found)})`;
};

const meant = /^did you mean ["`]?(.+?)["`]?\?$/su;

/** A diagnostic as one line, at its place in what Redocly read; a file that it did not read is named in the line. */
export const problemOf = (diagnostic: Diagnostic, read: ReadSpec, sourceOf: SourceOf): RedoclyProblem => {
  const { message, notes, hint, place, target } = diagnostic;
  const suggestion = meant.exec(hint ?? "")?.[1];
  const location = locationOf(diagnostic, read, sourceOf);
  const elsewhere = location === undefined ? (place ?? (target === undefined ? undefined : read.locate(target))) : undefined;
  const sentences = [
    elsewhere === undefined ? message : `${placeText(elsewhere)} ${message}`,
    ...notes.map((note) => noteText(note, read)),
    ...(hint === undefined || suggestion !== undefined ? [] : [hint]),
  ];
  return {
    message: printable(sentences.join("; ")),
    ...(location !== undefined && { location }),
    ...(suggestion !== undefined && { suggest: [printable(suggestion)] }),
  };
};
