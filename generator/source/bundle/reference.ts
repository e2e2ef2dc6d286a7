/** A `$ref` taken apart (RFC 3986 §4.1): what stands before `#`, empty for the same file, and the fragment without `#`. */
export interface ReferenceParts {
  readonly file: string;
  /** The same as it is written, percent-encoding included. */
  readonly written: string;
  readonly fragment: string;
}

/** What is not encoded properly stays as it is: `100%` is more likely a name than a mistake. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** referenceParts("./pets.yaml#/Pet") ~> { file: "./pets.yaml", fragment: "/Pet" } */
export const referenceParts = (reference: string): ReferenceParts => {
  const at = reference.indexOf("#");
  return at < 0
    ? { file: decoded(reference), written: reference, fragment: "" }
    : { file: decoded(reference.slice(0, at)), written: reference.slice(0, at), fragment: decoded(reference.slice(at + 1)) };
};

/** RFC 3986 §3.1: a scheme of two or more letters; one letter is a drive. */
export const isRemote = (reference: string): boolean => /^(?:[A-Za-z][A-Za-z0-9+.-]+:|\/\/)/.test(reference);

/** Characters of ASCII that a fragment cannot hold (RFC 3986 §3.5). Others may stand as they are (RFC 3987). */
const unsafe = /[\u0000- "#%<>?[\\\]^`{|}\u007F]/g;

/** localReference("/components/schemas/A b") ~> "#/components/schemas/A%20b" */
export const localReference = (pointer: string): string => `#${pointer.replaceAll(unsafe, encodeURIComponent)}`;
