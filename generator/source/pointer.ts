/** A JSON Pointer (RFC 6901) into one document; the empty string is the document itself. */
export type Pointer = string;

const escapeToken = (token: string): string => token.replaceAll("~", "~0").replaceAll("/", "~1");

const unescapeToken = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");

/** The pointer to a member of what `parent` points to. `child("/paths", "/users/")` ~> `"/paths/~1users~1"` */
export const child = (parent: Pointer, ...tokens: readonly (string | number)[]): Pointer =>
  parent + tokens.map((token) => `/${escapeToken(String(token))}`).join("");

/** The unescaped reference tokens of a pointer. `tokens("/a~1b/0")` ~> `["a/b", "0"]` */
export const tokens = (pointer: Pointer): readonly string[] =>
  pointer === "" ? [] : pointer.slice(1).split("/").map(unescapeToken);

/** The pointer to what contains the member that `pointer` names; the root contains itself. */
export const parent = (pointer: Pointer): Pointer => pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
