import { changeClasses } from "../compare/change.js";
import type { CommandOptions, Streams } from "./options.js";

const heading = new RegExp(`^ {0,2}(?:${changeClasses.join("|")})(?: \\(\\d+\\))?$`, "i");

/** SGR parameters (ECMA-48 §8.3.117) of lines in what `check` and `diff` print: what breaks programs, and lines of files. */
const styles: readonly (readonly [line: RegExp, style: string])[] = [
  [/^ {4}-/, "31"],
  [/^ {4}\+/, "32"],
  [/^ {4}@@ /, "2"],
];

const styleOf = (line: string): string | undefined => {
  if (heading.test(line)) return /breaking/i.test(line) ? "1;31" : "1";
  return styles.find(([form]) => form.test(line))?.[1];
};

/** The text of a report with colours, where standard output takes them and people read it. */
export const coloredChanges = (text: string, { format }: Pick<CommandOptions, "format">, { outColor }: Pick<Streams, "outColor">): string => {
  if (format !== "text" || !outColor) return text;
  const colored = (line: string): string => {
    const style = styleOf(line);
    return style === undefined ? line : `\u001B[${style}m${line}\u001B[0m`;
  };
  return text.split("\n").map(colored).join("\n");
};
