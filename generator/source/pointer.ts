/** A JSON Pointer (RFC 6901) into one document; the empty string is the document itself. */
export type Pointer = string;

// nearly no token has anything to escape, and pointers are made and taken apart a million times in a large document
const escapeToken = (token: string): string =>
  token.includes("~") || token.includes("/") ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;

const unescapeToken = (token: string): string => (token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token);

/** The pointer to a member of what `parent` points to. `child("/paths", "/users/")` ~> `"/paths/~1users~1"` */
export const child = (parent: Pointer, ...tokens: readonly (string | number)[]): Pointer =>
  tokens.reduce<string>((pointer, token) => `${pointer}/${escapeToken(String(token))}`, parent);

/** The unescaped reference tokens of a pointer. `tokens("/a~1b/0")` ~> `["a/b", "0"]` */
export const tokens = (pointer: Pointer): readonly string[] =>
  pointer === "" ? [] : pointer.slice(1).split("/").map(unescapeToken);

/** The pointer to what contains the member that `pointer` names; the root contains itself. */
export const parent = (pointer: Pointer): Pointer => pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
