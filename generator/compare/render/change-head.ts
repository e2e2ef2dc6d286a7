import { codeSpan } from "../../diagnostics/markdown.js";
import { printable } from "../../diagnostics/printable.js";
import type { Change } from "../change.js";

/** Longest text of a description that is shown in one piece. */
const longest = 300;

export const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** What became of the subject, where its name does not say so already: `in` of `listPets where.name in` is nothing new. */
export const detailOf = ({ subject, detail }: Pick<Change, "subject" | "detail">): string => (` ${subject}`.endsWith(` ${detail}`) ? "" : detail);

const wayOf = ({ direction }: Change): string => (direction === undefined ? "" : ` (${direction})`);

/** The first line of a change, for terminals: `Pet.name  field-optional (response)  required → optional` */
export const changeHeadText = (change: Change): string => {
  const detail = detailOf(change);
  return printable(`${cut(change.subject)}  ${change.code}${wayOf(change)}${detail === "" ? "" : `  ${cut(detail)}`}`);
};

/** The same as the beginning of an item of a list in Markdown. */
export const changeHeadMarkdown = (change: Change): string => {
  const detail = detailOf(change);
  return `- ${codeSpan(cut(change.subject))} ${codeSpan(change.code)}${wayOf(change)}${detail === "" ? "" : `: ${codeSpan(cut(detail))}`}`;
};

/** `breaking for callers` ~> `Breaking for callers` */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
