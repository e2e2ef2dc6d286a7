const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text of a description as the inside of a doc comment: it cannot end the comment, and hides nothing. */
export const commentText = (text: string): string =>
  text
    .replaceAll("\r\n", "\n")
    .replace(invisible, "")
    .replaceAll("*/", "*\\/")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
