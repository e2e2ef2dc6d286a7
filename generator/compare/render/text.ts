import { printable } from "../../diagnostics/printable.js";
import { bumpOf } from "../bump.js";
import { type Change, changeClasses } from "../change.js";
import { spotsText, tallyOf } from "./spots.js";

/** Longest text of a description that is shown in one piece. */
const longest = 300;

const shown = (text: string): string => printable(text.length > longest ? `${text.slice(0, longest)}…` : text);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const changeText = (change: Change): string => {
  const { code, subject, detail, rule } = change;
  const direction = change.direction === undefined ? "" : ` (${change.direction})`;
  const spots = spotsText(change);
  return [`  ${shown(subject)}  ${code}${direction}${detail === "" ? "" : `  ${shown(detail)}`}`, `      ${rule}`, ...(spots === "" ? [] : [`      ${shown(spots)}`])].map((line) => `${line}\n`).join("");
};

/** ~> "major: 2 breaking for callers, 1 compatible" */
export const summaryText = (changes: readonly Change[]): string => {
  const bump = bumpOf(changes);
  return bump === undefined ? "no change\n" : `${bump}: ${tallyOf(changes)}\n`;
};

/** The changes by class, each with the rule that classed it and both places, and the part of the version that they raise. */
export const changesText = (changes: readonly Change[]): string =>
  [
    ...changeClasses.flatMap((name) => {
      const found = changes.filter((change) => change.class === name);
      return found.length === 0 ? [] : [`${capitalised(name)} (${found.length})\n\n`, ...found.map(changeText), "\n"];
    }),
    summaryText(changes),
  ].join("");
