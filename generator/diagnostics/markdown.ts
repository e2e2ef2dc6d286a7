import { printable } from "./printable.js";

/**
 * Markdown as GitHub reads it, of texts that nobody has to trust. Backslashes would not do: mentions, issue numbers and commits become
 * links after Markdown has been read, wherever they do not stand in code (https://github.github.com/gfm/#code-spans).
 */

/** The longest row of backticks in a text. */
const longestRow = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([row]) => row.length));

/** The text as code within a line. `codeSpan("a`b")` ~> "``a`b``"; not for tables, whose cells end at any "|". */
export const codeSpan = (text: string): string => {
  const shown = printable(text);
  if (shown.trim() === "") return shown === "" ? "` `" : `\`${shown}\``;
  const fence = "`".repeat(longestRow(shown) + 1);
  // one space at both ends is taken away by whoever reads it
  const pad = /^[` ]|[` ]$/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
};

/** A word that is nothing but a word: no address, no number of an issue, no hash of a commit, no mark. */
const isPlain = (word: string): boolean => {
  const [, core = ""] = /^["(]*((?:\p{L}+(?:['’-]\p{L}+)*|\d{1,6}))["),.;:?!]*$/u.exec(word) ?? [];
  return core !== "" && !/^[a-f]{7,}$/i.test(core);
};

/** A sentence with all of it that is more than words as code. `markdownText("no @x")` ~> "no `@x`" */
export const markdownText = (text: string): string => {
  const parts: { readonly isPlain: boolean; readonly words: string[] }[] = [];
  for (const word of printable(text).split(" ").filter((one) => one !== "")) {
    const last = parts.at(-1);
    const plain = isPlain(word);
    if (last !== undefined && last.isPlain === plain) last.words.push(word);
    else parts.push({ isPlain: plain, words: [word] });
  }
  return parts.map(({ isPlain: plain, words }) => (plain ? words.join(" ") : codeSpan(words.join(" ")))).join(" ");
};

/** Lines of code, with a fence that none of them ends. */
export const codeBlock = (language: "diff" | "text" | "sh", lines: readonly string[]): string => {
  const shown = lines.map((line) => line.split("\t").map(printable).join("\t"));
  const fence = "`".repeat(Math.max(3, longestRow(shown.join("\n")) + 1));
  return `${fence}${language}\n${shown.map((line) => `${line}\n`).join("")}${fence}\n`;
};

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const htmlText = (text: string): string => printable(text).replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);

/** What opens by a click: a name, as code, what is said of it, in words of our own, and blocks of Markdown. Its first lines are read as HTML. */
export const foldedBlock = (name: string, says: string, text: string): string =>
  `<details>\n<summary><code>${htmlText(name)}</code> ${htmlText(says)}</summary>\n\n${text}\n</details>\n`;

/**
 * GitHub takes 65,536 characters as a comment. Bytes are counted here, which are never fewer than characters, and some are left for
 * whoever adds a line.
 */
export const mostMarkdown = 64_000;

const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

/** As many of the blocks as there is room for, with `rest` in place of those that are left out, the longer the more there are. */
export const boundedBlocks = (blocks: readonly string[], most: number, rest: (count: number) => string): string => {
  const sizes = blocks.map(sizeOf);
  if (sizes.reduce((sum, size) => sum + size, 0) <= most) return blocks.join("");
  let room = most - sizeOf(rest(blocks.length));
  let taken = 0;
  for (const size of sizes) {
    if (size > room) break;
    room -= size;
    taken++;
  }
  return blocks.slice(0, taken).join("") + rest(blocks.length - taken);
};
