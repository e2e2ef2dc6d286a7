import type { LiftedAction } from "../../lift/express/action-of.js";
import type { Decision, Review } from "../../lift/review/review.js";
import { stringifyYaml } from "../../source/stringify.js";
import type { SourceObject } from "../../source/value.js";
import { findingLines, paint, type Shown } from "./findings-table.js";
import { printable } from "../../diagnostics/printable.js";
import { keysHelp } from "./review-keys.js";

const keywordLines = (update: SourceObject): readonly string[] =>
  stringifyYaml(update)
    .trimEnd()
    .split("\n")
    .map((line) => `      ${printable(line)}`);

const readingLines = ({ update, others }: LiftedAction): readonly string[] => {
  if (others.length === 0) return keywordLines(update);
  return [update, ...others].flatMap((one, index) => [`    reading ${index + 1}:`, ...keywordLines(one)]);
};

/** What may be pressed; behind the last finding there is none to decide about. */
export const promptText = (action: LiftedAction | undefined): string => {
  if (action === undefined) return "that was the last one. Enter finish, u undo, ? help: ";
  const readings = action.others.length === 0 ? "a accept" : `1–${action.others.length + 1} accept that reading`;
  return `${readings}, r reject, s skip, u undo, q quit, ? help: `;
};

/** A finding, and what would be written. */
export const questionText = (action: LiftedAction, index: number, count: number, shown: Omit<Shown, "stateOf">): string =>
  [
    "",
    `${index + 1} of ${count}  ${paint(printable(action.finding.scope.title), 4, shown.color)}`,
    ...findingLines(action.finding, "", shown),
    `    ${printable(action.target)}`,
    ...readingLines(action),
    promptText(action),
  ].join("\n");

export const outcomeText = (decision: Decision | undefined): string => {
  if (decision === undefined) return "skipped";
  if (decision.verdict === "rejected") return "rejected";
  return decision.reading === 0 ? "accepted" : `accepted, reading ${decision.reading + 1}`;
};

/** What is said where a key decides nothing. */
export const saysText = (says: NonNullable<Review["says"]>): string => {
  if (says === "help") return `\n${keysHelp.map((line) => `  ${line}\n`).join("")}`;
  return says === "unknown" ? "\n  no such choice; ? lists the keys\n" : "\n  nothing to undo\n";
};

const counted = (count: number, word: string): readonly string[] => (count === 0 ? [] : [`${count} ${word}`]);

/** What came of a review, and how to go on where something is left. */
export const summaryText = (decisions: readonly (Decision | undefined)[], again: string): string => {
  const count = (verdict: Decision["verdict"] | undefined): number => decisions.filter((decision) => decision?.verdict === verdict).length;
  const parts = [...counted(count("accepted"), "accepted"), ...counted(count("rejected"), "rejected"), ...counted(count(undefined), "left")];
  const rest = count(undefined) === 0 ? "" : `; go on with: ${again}`;
  return `lift: ${parts.length === 0 ? "nothing to review" : parts.join(", ")}${rest}\n`;
};
