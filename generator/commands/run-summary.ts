import { tally } from "../diagnostics/tally.js";
import type { Outcome } from "../generate-targets.js";

const sum = (outcomes: readonly Outcome[], count: (outcome: Outcome) => number): number => outcomes.reduce((total, outcome) => total + count(outcome), 0);

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** ~> "2 APIs in 1.4 s: 12 files written, 80 unchanged, 1 removed; 3 warnings" */
export const runSummary = (outcomes: readonly Outcome[], microseconds: number): string => {
  const written = sum(outcomes, (outcome) => outcome.written.length);
  const removed = sum(outcomes, (outcome) => outcome.removed.length);
  const unchanged = sum(outcomes, (outcome) => outcome.unchanged);
  const findings = tally(outcomes.flatMap(({ diagnostics }) => diagnostics));
  return [
    `${counted(outcomes.length, "API")} in ${(microseconds / 1_000_000).toFixed(1)} s: `,
    `${counted(written, "file")} written, ${unchanged} unchanged, ${removed} removed; ${findings === "" ? "no findings" : findings}`,
  ].join("");
};
