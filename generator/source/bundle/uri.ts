/** The URI of a reference found under a base (RFC 3986 §5.2); undefined where the two make none. */
export const resolveUri = (base: string, reference: string): string | undefined => {
  try {
    return new URL(reference, base).href;
  } catch {
    return undefined;
  }
};

const isAbsolute = (path: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]+:/.test(path);

/** The URI of a file by its path; what was read from a URI has that one. */
export const baseOfFile = (path: string): string =>
  isAbsolute(path) ? path : `file:///${path.split("/").filter((part) => part !== "").map(encodeURIComponent).join("/")}`;
