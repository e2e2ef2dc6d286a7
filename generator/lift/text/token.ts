/** How a token is marked up in the prose: names in code, quotes or stars are meant as names. */
export type Mark = "code" | "quoted" | "emphasised" | "none";

/** A piece of prose. `start` and `end` are offsets in the description, its markup included. */
export type Token =
  | { readonly kind: "word"; readonly text: string; readonly mark: Mark; readonly start: number; readonly end: number }
  | { readonly kind: "number"; readonly text: string; readonly mark: "none"; readonly start: number; readonly end: number }
  | { readonly kind: "punctuation"; readonly text: string; readonly mark: "none"; readonly start: number; readonly end: number }
  /** Ends a sentence whatever stands around it: an empty line, an item of a list (`item`), an element of HTML. */
  | { readonly kind: "break"; readonly text: "" | "item"; readonly mark: "none"; readonly start: number; readonly end: number };
