const opensAtEnd = /[{[(]$/;
const closesAtStart = /^[}\])]/;

/**
 * Lines moved in by two spaces below each one that ends with an opening bracket, and out again at the one that begins with
 * what closes it. Program text of emitters breaks lines nowhere else; what is inside of a line is of no concern.
 */
export const indented = (text: string): string => {
  let depth = 0;
  const lines = text.split("\n").map((written) => {
    const line = written.trimStart();
    if (closesAtStart.test(line) && depth > 0) depth--;
    // the second line of a comment stands under its star
    const indent = "  ".repeat(depth) + (line.startsWith("*") ? " " : "");
    if (opensAtEnd.test(line) && !line.startsWith("*")) depth++;
    return line === "" ? "" : indent + line;
  });
  return lines.join("\n");
};
