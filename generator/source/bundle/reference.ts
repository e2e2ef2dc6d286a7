/** A `$ref` taken apart: the file, empty for the same one, and the fragment without `#`. */
export interface ReferenceParts {
  readonly file: string;
  readonly fragment: string;
}

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
    ? { file: decoded(reference), fragment: "" }
    : { file: decoded(reference.slice(0, at)), fragment: decoded(reference.slice(at + 1)) };
};

/** RFC 3986 §3.1: a scheme of two or more letters; one letter is a drive. */
export const isRemote = (reference: string): boolean => /^(?:[A-Za-z][A-Za-z0-9+.-]+:|\/\/)/.test(reference);

/** localReference("/components/schemas/A b") ~> "#/components/schemas/A%20b" */
export const localReference = (pointer: string): string =>
  `#${encodeURI(pointer).replaceAll("#", "%23").replaceAll("?", "%3F")}`;
