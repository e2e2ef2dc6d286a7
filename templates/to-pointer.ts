/** toPointer(["contacts", 0, "e/mail"]) ~> "/contacts/0/e~1mail": the JSON Pointer of a place (RFC 6901); of the whole, "". */
export const toPointer = (path: readonly (string | number)[]): string =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
