import { boundedBlocks, codeSpan, markdownText, mostMarkdown } from "../../diagnostics/markdown.js";
import { bumpOf } from "../bump.js";
import { type Change, changeClasses } from "../change.js";
import { capitalised, changeHeadMarkdown, cut } from "./change-head.js";
import { spotsText } from "./spots.js";
import { tallyOf } from "./tally-of.js";

const changeItem = (change: Change): string => {
  const spots = spotsText(change);
  return `${changeHeadMarkdown(change)}  \n  ${markdownText(change.rule)}${spots === "" ? "" : `  \n  ${codeSpan(cut(spots))}`}\n`;
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
