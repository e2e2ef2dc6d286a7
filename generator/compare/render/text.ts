import { printable } from "../../diagnostics/printable.js";
import { bumpOf } from "../bump.js";
import { type Change, changeClasses } from "../change.js";
import { capitalised, changeHeadText, cut } from "./change-head.js";
import { spotsText } from "./spots.js";
import { tallyOf } from "./tally-of.js";

const changeText = (change: Change): string => {
  const spots = spotsText(change);
  const lines = [`  ${changeHeadText(change)}`, `      ${change.rule}`, ...(spots === "" ? [] : [`      ${printable(cut(spots))}`])];
  return lines.map((line) => `${line}\n`).join("");
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
