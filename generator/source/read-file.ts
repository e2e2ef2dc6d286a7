import type { Report } from "../diagnostics/collector.js";
import { isRemote } from "./bundle/reference.js";
import { decode } from "./decode.js";
import type { SourceFile } from "./document.js";
import { metaSchema } from "./meta-schemas.js";
import { type ReadText, readText } from "./read-text.js";
import type { SourceHost } from "./source-host.js";

/** Reads files, each once. */
export interface FileReader {
  /** What a path or an absolute URI names. Undefined where there is no such file; null where what is wrong with it was reported. */
  readonly read: (path: string) => ReadText | null | undefined;
  /** Every file that was found, in the order of reading, those with faults included. */
  readonly files: () => readonly SourceFile[];
}

export const createFileReader = (host: SourceHost, report: Report): FileReader => {
  const known = new Map<string, ReadText | null | undefined>();
  const files: SourceFile[] = [];

  const bytesOf = (path: string): Uint8Array | undefined => {
    if (!isRemote(path)) return host.readFile(path);
    const text = metaSchema(path);
    return host.remote?.(path) ?? (text === undefined ? undefined : new TextEncoder().encode(text));
  };

  const load = (path: string): ReadText | null | undefined => {
    const bytes = bytesOf(path);
    if (bytes === undefined) return undefined;
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
