/** Letters, digits, `_`, `$` and `-`, and more than digits, which are an index. */
const word = /^(?!\d+$)[\p{L}\p{M}\p{N}_$-]+$/u;

/**
 * toDottedPath(["contacts", 0, "email"]) ~> "contacts.0.email", as forms name their fields; of the whole, "". A key that is
 * no plain word stands in brackets, quoted as JSON: `a["b.c"]["0"]`. So no two paths look the same.
 */
export const toDottedPath = (path: readonly (string | number)[]): string =>
  path
    .map((key, index) => {
      if (typeof key === "string" && !word.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? String(key) : `.${key}`;
    })
    .join("");
