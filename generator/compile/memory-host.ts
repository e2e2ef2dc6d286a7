import { depthLimit } from "../source/depth-limit.js";
import type { SourceHost } from "../source/load-document.js";

const textOf = (value: unknown): string => {
  try {
    const text = JSON.stringify(value) as string | undefined;
    if (text !== undefined) return text;
  } catch (error) {
    // what is nested too deep to be written is too deep to be read as well, and the reader says so
    if (error instanceof RangeError) return "[".repeat(depthLimit + 1);
    throw new TypeError(`a schema must be JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new TypeError(`a schema must be JSON, not ${typeof value}`);
};

/** A JSON value as the bytes of a file. Throws a TypeError for what is none. */
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(textOf(value));

const withoutFragment = (uri: string): string => {
  try {
    const url = new URL(uri);
    url.hash = "";
    return url.href;
  } catch {
    throw new TypeError(`${JSON.stringify(uri)} is no absolute URI, which the names of \`remotes\` must be`);
  }
};

/** Values in place of files: some by path, others by absolute URI. Nothing else can be reached. */
export const createMemoryHost = (
  files: Readonly<Record<string, unknown>>,
  remotes: Readonly<Record<string, unknown>>,
): SourceHost => {
  const byPath = new Map(Object.entries(files));
  const byUri = new Map(Object.entries(remotes).map(([uri, value]) => [withoutFragment(uri), value]));
  return {
    readFile: (path) => (byPath.has(path) ? bytesOf(byPath.get(path)) : undefined),
    resolve: (_, reference) => (byPath.has(reference) ? reference : undefined),
    remote: (uri) => (byUri.has(uri) ? bytesOf(byUri.get(uri)) : undefined),
  };
};
