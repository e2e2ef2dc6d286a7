import type { Report } from "../diagnostics/collector.js";
import type { Note, Target } from "../diagnostics/diagnostic.js";
import type { Locate } from "../diagnostics/render.js";
import { bundle } from "./bundle/bundle.js";
import { createOrigins, type Origin } from "./bundle/origins.js";
import { reportCycles } from "./bundle/report-cycles.js";
import { checkRoot } from "./check-root.js";
import type { FilePart, SpecDocument } from "./document.js";
import { noDynamicScopes } from "./dynamic-scopes.js";
import { withNullUnions } from "./null-unions.js";
import { parent, type Pointer } from "./pointer.js";
import { createFileReader, type FileReader, readNamed } from "./read-file.js";
import type { ReadText } from "./read-text.js";
import { valueAt } from "./resolve.js";
import type { SourceHost } from "./source-host.js";

export type { SourceHost } from "./source-host.js";

/** A description that something was done to after it was read. */
export interface Altered extends ReadText {
  /** How a part got to where it is, where it was not written there. */
  readonly notes: (pointer: Pointer) => readonly Note[];
}

/** What is done to the description before its references are followed; overlays are applied so. */
export type Alter = (entry: ReadText, reader: FileReader, host: SourceHost, report: Report) => Altered;

/** The part that a pointer names, or the nearest around it that exists. */
const partOf = ({ file, from }: Origin, part: Target["part"]): FilePart => {
  let pointer = from;
  while (pointer !== "" && valueAt(file.value, pointer) === undefined) pointer = parent(pointer);
  return { file: file.file.path, pointer, ...(part !== undefined && pointer === from && { part }) };
};

const unaltered: Alter = (entry) => ({ ...entry, notes: () => [] });

/**
 * Reads a description and all files it refers to into one document. Everything wrong with the texts and the references is
 * reported.
 */
export const loadDocument = (name: string, host: SourceHost, report: Report, alter: Alter = unaltered): SpecDocument => {
  const files = createFileReader(host, report);
  const read = readNamed(name, files, report);
  const entry = read === undefined ? undefined : alter(read, files, host, report);
  const root = entry === undefined ? undefined : checkRoot(entry, report);
  const origins = createOrigins();
  if (entry === undefined || root === undefined)
    return { entry, root: undefined, written: undefined, files: files.files(), dynamic: noDynamicScopes, ignoredAt: () => new Set(), locate: origins.locate, writtenAt: () => undefined, notes: () => [] };
  // other files that refer to the description mean what became of it
  const reader: FileReader = { ...files, read: (path) => (path === name ? entry : files.read(path)) };
  const bundled = bundle({ entry, root, host, reader, origins, report });
  reportCycles(bundled.root, bundled.chains, report);
  const { dynamic, ignoredAt } = bundled;
  // where a file could not be read, what the others say of it is no news
  const written = bundled.isWhole ? bundled.root : undefined;
  const united = written === undefined ? undefined : withNullUnions(written);
  const beforeUnions = (pointer: Pointer): Pointer => united?.writtenAt(pointer) ?? pointer;
  const locate: Locate = (target) => origins.locate({ ...target, pointer: beforeUnions(target.pointer) });
  const writtenAt = ({ pointer, part }: Target): FilePart | undefined => {
    const origin = origins.originOf(beforeUnions(pointer), part);
    return origin === undefined ? undefined : partOf(origin, part);
  };
  const notes = (pointer: Pointer): readonly Note[] => {
    const origin = origins.originOf(beforeUnions(pointer));
    return origin?.file === entry ? entry.notes(origin.from) : [];
  };
  return { entry, root: united?.root, written, files: files.files(), dynamic, ignoredAt: (pointer) => ignoredAt(beforeUnions(pointer)), locate, writtenAt, notes };
};
