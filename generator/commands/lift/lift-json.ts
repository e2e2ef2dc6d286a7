import { statementText } from "../../lift/statement.js";
import type { Evidence, Finding } from "../../lift/finding.js";
import { toPlain } from "../../source/to-plain.js";
import type { Lifted } from "../../lift-description.js";
import type { ReportedDiagnostic } from "../../diagnostics/report.js";
import { jsonText } from "../report.js";
import { type LiftRun, placeText, statesIn } from "./lift-run.js";

const evidenceJson =
  (lifted: Lifted) =>
  (evidence: Evidence): object => ({ sentence: evidence.sentence, at: placeText(lifted, evidence), recogniser: evidence.recogniser, confidence: evidence.confidence });

const findingJson = (lifted: Lifted, { statement, confidence, scope, note, evidence }: Finding): object => ({
  statement: statementText(statement),
  confidence,
  scope: { kind: scope.kind, title: scope.title, pointer: scope.pointer },
  ...(note === undefined ? {} : { note }),
  evidence: evidence.map(evidenceJson(lifted)),
});

/** Everything that was found, as schemas/output.schema.json has it. */
export const liftJson = ({ lifted, reconciled }: Pick<LiftRun, "lifted" | "reconciled">, diagnostics: readonly ReportedDiagnostic[]): string => {
  const stateOf = statesIn(reconciled);
  return jsonText({
    findings: lifted.actions.map((action) => ({
      state: stateOf(action),
      target: action.target,
      update: toPlain(action.update),
      ...(action.others.length === 0 ? {} : { others: action.others.map((other) => toPlain(other)) }),
      ...findingJson(lifted, action.finding),
    })),
    facts: lifted.facts.map((fact) => findingJson(lifted, fact)),
    stated: lifted.stated,
    referredTo: lifted.referredTo,
    stale: reconciled.stale.map(({ target, statement }) => ({ target, statement })),
    diagnostics,
  });
};
