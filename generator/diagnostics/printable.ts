/**
 * Characters that can move the cursor, colour the terminal, end the line or turn the direction of the text. They come
 * from descriptions, which nobody has to trust.
 */
const dangerous =
  /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

const picture = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\uFFFD";
};

/** The text with every dangerous character replaced by a visible one. `printable("a\u001B[31m")` ~> `"a␛[31m"` */
export const printable = (text: string): string => text.replace(dangerous, picture);
