import { child } from "../../source/pointer.js";
import { confidences } from "../confidence.js";
import type { Finding } from "../finding.js";
import { statementText } from "../statement.js";
import { closeChoices } from "./close-choices.js";
import { closeExclusions } from "./close-exclusions.js";
import { closeRequires } from "./close-requires.js";
import { groupedBy } from "../../source/grouped-by.js";
import { distinctEvidence } from "./whole.js";
import { withinStars } from "./within-stars.js";

const rank = ({ confidence }: Finding): number => confidences.indexOf(confidence);

/** The same said twice is said once, as sure as the surest of the sentences. */
const merged = (findings: readonly Finding[]): readonly Finding[] =>
  [...groupedBy(findings, ({ statement }) => statementText(statement)).values()].map((same) => {
    const best = same.reduce((before, one) => (rank(one) < rank(before) ? one : before));
    return same.length === 1 ? best : { ...best, evidence: distinctEvidence(same.flatMap(({ evidence }) => evidence)) };
  });

/** Statements of "exactly one" make the same said in part superfluous, and "before" makes "not after". */
const withoutImplied = (findings: readonly Finding[]): readonly Finding[] => {
  const implied = new Set(
    findings.flatMap(({ statement }) => {
      if (statement.kind === "exactlyOne") return [statementText({ ...statement, kind: "atMostOne" }), statementText({ ...statement, kind: "atLeastOne" })];
      return statement.kind === "ascending" && statement.strict ? [statementText({ ...statement, strict: false })] : [];
    }),
  );
  return findings.filter(({ statement }) => !implied.has(statementText(statement)));
};

/** Groups that are said by some of their fields and not by all: the rule is what was said, and a person may know more. */
const withOpenGroup = (finding: Finding): Finding => {
  const { statement, note, scope, evidence } = finding;
  if (statement.kind !== "forbids" || note !== undefined) return finding;
  // a text of a field stands in the field, one or more members deep
  const around = new Set(evidence.flatMap(({ pointer }) => [...pointer.matchAll(/\//g)].map(({ index }) => pointer.slice(0, index))));
  const silent = statement.others.filter((other) => !around.has(scope.fields.get(other)?.pointer ?? child("", other)));
  const open = silent.length === 0 ? "they exclude different ones" : `no sentence of ${silent.join(", ")} says the same`;
  return { ...finding, note: `the group does not close: ${open}, so only ${statement.field} excludes the others` };
};

const combineScope = (findings: readonly Finding[]): readonly Finding[] =>
  withinStars(withoutImplied(closeChoices(closeExclusions(closeRequires(merged(findings)))))).map(withOpenGroup);

/** Findings about one object or operation, put together: one rule for what several sentences say of the same fields. */
export const combine = (findings: readonly Finding[]): readonly Finding[] => [...groupedBy(findings, ({ scope }) => scope.pointer).values()].flatMap(combineScope);
