const mostValues = 1_000_000;
const charactersOfValue = 10;

/**
 * Values that are read of one text. Real descriptions have one for fifteen characters or more; each takes some hundred bytes of
 * memory, which a text of nothing but brackets and commas would multiply.
 */
export const valueLimit = (text: string): number => Math.max(mostValues, Math.floor(text.length / charactersOfValue));

export const tooMany = (limit: number, what: string): { readonly message: string; readonly hint: string } => ({
  message: `the text up to here has more than ${limit} ${what}`,
  hint: "split the description into several files",
});

const isSpace = (code: number): boolean => code === 0x20 || code === 0x09;

/** Line breaks, `,`, `[` and `{`. */
const separates = (code: number): boolean => code === 0x0a || code === 0x2c || code === 0x5b || code === 0x7b;

/** `-` and `?`, which begin items and keys. */
const begins = (code: number): boolean => code === 0x2d || code === 0x3f;

/**
 * The offset at which a YAML text has more lines, commas and brackets than it may have values; -1 where it has not. They are counted
 * before anything is made of them. A line holds few values but for these, and for lists in lists, whose dashes count too.
 */
export const offsetOfTooMany = (text: string): number => {
  let left = valueLimit(text);
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) continue;
    if (separates(code) || (begins(code) && begins(before) && isSpace(text.charCodeAt(at + 1)))) left -= 1;
    if (left < 0) return at;
    before = code;
  }
  return -1;
};
