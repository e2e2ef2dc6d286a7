import { readFileSync } from "node:fs";
import type { Share, Shares } from "./type-holds.js";

const textOf = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

/** The first two cells of each row of a table whose first column has this title. */
const rowsOf = (text: string, title: string): readonly (readonly [string, string])[] => {
  const [, table = ""] = text.split(new RegExp(`^\\| ${title} +\\|.*$`, "m"));
  const [rows = ""] = table.trimStart().split("\n\n");
  return [...rows.matchAll(/^\| `(\w+)` *\| ([^|]*?) *\|/gm)].map(([, key = "", cell = ""]) => [key, cell] as const);
};

const isShare = (text: string): text is Share => text === "yes" || text === "partly" || text === "no";

const paper = textOf("types-and-validators.md");

/** By code, as docs/types-and-validators.md has it. */
export const shares: Shares = new Map(
  rowsOf(paper, "code").map(([code, share]) => {
    if (!isShare(share)) throw new Error(`${code} is said ${JSON.stringify(share)}`);
    return [code, share];
  }),
);

/** Why a type is narrower or wider than the validator, as docs/types-and-validators.md has it, and which of both. */
export const reasons: ReadonlyMap<string, string> = new Map(rowsOf(paper, "reason"));

/** The codes of docs/issue-codes.md that are about values, as opposed to queries and streams. */
export const valueCodes: readonly string[] = [...(textOf("issue-codes.md").split("## Queries")[0] ?? "").matchAll(/^\| `(\w+)` *\|/gm)].map(
  ([, code = ""]) => code,
);
