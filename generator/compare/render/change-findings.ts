import type { ReportedFinding } from "../../diagnostics/report.js";
import type { RuleTexts } from "../../diagnostics/sarif.js";
import { type Change, isBreaking, type Spot } from "../change.js";
import { titleOfChange } from "../registry.js";
import { detailOf } from "./change-head.js";

/** The place to look at: the new one, where the description can be mended, else the old one. */
const spotOf = ({ before, after }: Change): Spot | undefined => (after?.place === undefined ? (before?.place === undefined ? (after ?? before) : before) : after);

const severityOf = (change: Pick<Change, "class">): "warning" | "info" => (isBreaking(change) ? "warning" : "info");

/** A change as a finding that has no place yet. */
export const changeFinding = (change: Change): Omit<ReportedFinding, "notes"> => {
  const detail = detailOf(change);
  return {
    code: change.code,
    severity: severityOf(change),
    message: `${change.class}: ${change.subject}${detail === "" ? "" : `: ${detail}`}`,
    hint: change.rule,
  };
};

/** The changes as findings, for formats that machines read. */
export const changeFindings = (changes: readonly Change[]): readonly ReportedFinding[] =>
  changes.map((change) => {
    const { before, after } = change;
    const spot = spotOf(change);
    const old = spot === after ? before?.place : undefined;
    return {
      ...changeFinding(change),
      ...(spot === undefined ? {} : { pointer: spot.pointer }),
      ...(spot?.place === undefined ? {} : { file: spot.place.file, range: { start: spot.place.start, end: spot.place.end } }),
      notes: old === undefined ? [] : [{ message: "what it was before", file: old.file, range: { start: old.start, end: old.end } }],
    };
  });

/** What is told of the codes of the changes. */
export const changeRules = (changes: readonly Change[]): Readonly<Record<string, RuleTexts>> =>
  Object.fromEntries(
    changes.map((change) => [
      change.code,
      { severity: severityOf(change), title: titleOfChange(change.code), cause: change.rule, mend: "Release the package as the version that the change asks for, or keep what was there." },
    ]),
  );
