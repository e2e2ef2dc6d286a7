import type { Checked } from "../check-package.js";
import { tally } from "../diagnostics/tally.js";
import type { Drift } from "../drift/drift.js";
import { displayPath } from "../file-host.js";
import type { Outcome } from "../generate-targets.js";
import { seconds } from "../progress/seconds.js";
import { countsText } from "./show-outcomes.js";

const sum = (outcomes: readonly Outcome[], count: (outcome: Outcome) => number): number => outcomes.reduce((total, outcome) => total + count(outcome), 0);

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

const tallyOf = (outcomes: readonly Outcome[]): string => tally(outcomes.flatMap(({ diagnostics }) => diagnostics));

/** ~> "12 files written, 80 unchanged, 1 removed" */
const files = (outcomes: readonly Outcome[]): string => {
  const written = sum(outcomes, (outcome) => outcome.written.length);
  const removed = sum(outcomes, (outcome) => outcome.removed.length);
  const unchanged = sum(outcomes, (outcome) => outcome.unchanged);
  return `${counted(written, "file")} written, ${unchanged} unchanged, ${removed} removed`;
};

const findings = (outcomes: readonly Outcome[]): string => tallyOf(outcomes) || "no findings";

const line = (outcome: Outcome, cwd: string): string => `${outcome.target.name}: ${countsText(outcome)} in ${displayPath(outcome.target.out, cwd)}`;

/**
 * What was done, in the last lines of a run: one package has said all in its own.
 * ~> "books: 12 files written, 80 unchanged, 1 removed in api/books; no findings (1.4 s)"
 * ~> "books: …", "films: …", "2 APIs in 1.4 s: 12 files written, 80 unchanged, 1 removed; 3 warnings"
 */
export const runSummary = (outcomes: readonly Outcome[], cwd: string, microseconds: number): readonly string[] => {
  const [first, second] = outcomes;
  if (first === undefined) return [];
  if (second === undefined) return [`${first.target.name}: ${files([first])} in ${displayPath(first.target.out, cwd)}; ${findings([first])} (${seconds(microseconds)})`];
  return [...outcomes.map((outcome) => line(outcome, cwd)), `${counted(outcomes.length, "API")} in ${seconds(microseconds)}: ${files(outcomes)}; ${findings(outcomes)}`];
};

/**
 * What `check` found, where one line of one package is not all that is told.
 * ~> "3 APIs in 1.4 s: 1 differs, 2 up to date; no findings"
 */
export const checkSummary = (all: readonly Checked[], microseconds: number): readonly string[] => {
  if (all.length < 2) return [];
  const count = (status: Drift["status"]): number => all.filter(({ drift }) => drift.status === status).length;
  const [failed, drifted, same] = [count("failed"), count("drift"), count("same")];
  const counts = [
    ...(failed === 0 ? [] : [`${failed} with errors`]),
    ...(drifted === 0 ? [] : [`${drifted} ${drifted === 1 ? "differs" : "differ"}`]),
    ...(same === 0 ? [] : [`${same} up to date`]),
  ];
  const found = tally(all.flatMap(({ diagnostics }) => diagnostics)) || "no findings";
  return [`${all.length} APIs in ${seconds(microseconds)}: ${counts.join(", ")}; ${found}`];
};

/** Names of packages that a line has room for. */
const mostNames = 5;

/** Why nothing was written. ~> "2 errors, 1 warning: nothing was written of 3 APIs, because of films (0.4 s)" */
export const failureSummary = (outcomes: readonly Outcome[], microseconds: number): string => {
  const names = outcomes.flatMap(({ target, problem }) => (problem === undefined || problem.kind === "left" ? [] : [target.name]));
  const more = names.length - mostNames;
  const shown = [...names.slice(0, mostNames), ...(more > 0 ? [`${more} more`] : [])].join(", ");
  const which = outcomes.length === 1 ? "" : ` of ${counted(outcomes.length, "API")}, because of ${shown}`;
  const found = tallyOf(outcomes);
  return `${found === "" ? "" : `${found}: `}nothing was written${which} (${seconds(microseconds)})`;
};
