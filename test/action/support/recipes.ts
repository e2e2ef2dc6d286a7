import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./action-file.js";

/** A recipe of docs/ci.md: what stands in a block under `<!-- kind -->`. */
export interface Recipe {
  readonly kind: string;
  readonly language: string;
  readonly text: string;
}

export const documentText = readFileSync(path.join(root, "docs/ci.md"), "utf8");

const block = /^(?:<!-- (?<kind>[\w-]+) -->\n)?```(?<language>\w*)\n(?<text>[\s\S]*?)^```$/gm;

export const readRecipes = (): readonly Recipe[] =>
  [...documentText.matchAll(block)].map(({ groups = {} }) => ({ kind: groups["kind"] ?? "", language: groups["language"] ?? "", text: groups["text"] ?? "" }));

/** The rows of the table whose first head is the given one, as lists of cells. */
export const readTable = (head: string): readonly (readonly string[])[] => {
  const lines = documentText.split("\n");
  const start = lines.findIndex((line) => new RegExp(`^\\| ${head} +\\|`).test(line));
  const rows = lines.slice(start + 2);
  return rows.slice(0, rows.findIndex((line) => !line.startsWith("|"))).map((row) => row.split("|").slice(1, -1).map((cell) => cell.trim()));
};

/** "`branch`, `title`" ~> ["branch", "title"] */
export const codesIn = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
