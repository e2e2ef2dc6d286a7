import type { SourceHost } from "../source/load-document.js";

/** A JSON value as the bytes of a file. */
export const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

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
