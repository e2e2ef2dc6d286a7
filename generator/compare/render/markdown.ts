import { boundedBlocks, codeSpan, markdownText, mostMarkdown } from "../../diagnostics/markdown.js";
import { bumpOf } from "../bump.js";
import { type Change, changeClasses } from "../change.js";
import { spotsText, tallyOf } from "./spots.js";

/** Longest text of a description that is shown in one piece. */
const longest = 300;

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const changeItem = (change: Change): string => {
  const { code, subject, detail, rule, direction } = change;
  const way = direction === undefined ? "" : ` (${direction})`;
  const spots = spotsText(change);
  const head = `- ${codeSpan(cut(subject))} ${codeSpan(code)}${way}${detail === "" ? "" : `: ${codeSpan(cut(detail))}`}`;
  return `${head}  \n  ${markdownText(rule)}${spots === "" ? "" : `  \n  ${codeSpan(cut(spots))}`}\n`;
};

/** The changes as Markdown for a comment or a changelog: lists by class, and the part of the version that they raise. Texts of descriptions are code. */
export const changesMarkdown = (changes: readonly Change[], most = mostMarkdown): string => {
  const bump = bumpOf(changes);
  if (bump === undefined) return "No change of the generated API.\n";
  const blocks = changeClasses.flatMap((name) => {
    const found = changes.filter((change) => change.class === name);
    return found.map((change, index) => `${index === 0 ? `\n### ${capitalised(name)} (${found.length})\n\n` : ""}${changeItem(change)}`);
  });
  return `**${bump}**: ${tallyOf(changes)}\n${boundedBlocks(blocks, most - 500, (count) => `\n… and ${count} more\n`)}`;
};
