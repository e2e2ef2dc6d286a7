import type { Report } from "../diagnostics/collector.js";
import { isRemote } from "./bundle/reference.js";
import { decode } from "./decode.js";
import type { SourceFile } from "./document.js";
import { metaSchema } from "./meta-schemas.js";
import { type ReadText, readText } from "./read-text.js";
import { shownUri } from "../diagnostics/shown-uri.js";
import type { SourceHost } from "./source-host.js";
import { isUnread, type Unread } from "./unread.js";

/** Reads files, each once. */
export interface FileReader {
  /**
   * What a path or an absolute URI names. Undefined where there is no such file; null where what is wrong with it was
   * reported; what cannot be read is left to whoever knows where it is asked for.
   */
  readonly read: (path: string) => ReadText | Unread | null | undefined;
  /** Every file that was found, in the order of reading, those with faults included. */
  readonly files: () => readonly SourceFile[];
}

export const createFileReader = (host: SourceHost, report: Report): FileReader => {
  const known = new Map<string, ReadText | Unread | null | undefined>();
  const files: SourceFile[] = [];

  const bytesOf = (path: string): Uint8Array | Unread | undefined => {
    if (!isRemote(path)) return host.readFile(path);
    const text = metaSchema(path);
    return text === undefined ? host.remote?.(path) : new TextEncoder().encode(text);
  };

  /** What is shown of a URI may be the same for several, which are files of their own all the same. */
  const pathOf = (name: string): string => {
    const shown = isRemote(name) ? shownUri(name) : name;
    const isTaken = (path: string): boolean => files.some((file) => file.path === path);
    let path = shown;
    for (let count = 2; isTaken(path); count += 1) path = `${shown} (${count})`;
    return path;
  };

  const load = (name: string): ReadText | Unread | null | undefined => {
    const bytes = bytesOf(name);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const path = pathOf(name);
    const { text, problem } = decode(bytes);
    if (text === undefined) {
      const start = { offset: 0, line: 1, column: 1 };
      report("encoding-unsupported", { message: problem, place: { file: path, start, end: start } });
      return null;
    }
    const file = { path, text };
    files.push(file);
    return readText(file, report) ?? null;
  };

  return {
    read: (path) => {
      if (!known.has(path)) known.set(path, load(path));
      return known.get(path);
    },
    files: () => files,
  };
};

/** A file that the user named. That there is none, or that it cannot be read, is reported without a place. */
export const readNamed = (name: string, reader: FileReader, report: Report): ReadText | undefined => {
  const read = reader.read(name);
  const shown = JSON.stringify(shownUri(name));
  if (read === undefined) report("file-missing", { message: `there is no file ${shown}` });
  if (!isUnread(read)) return read ?? undefined;
  report(read.code ?? "file-missing", { message: `${shown} ${read.why}`, ...(read.hint !== undefined && { hint: read.hint }) });
  return undefined;
};
