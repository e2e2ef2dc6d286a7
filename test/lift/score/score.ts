import { confidences, type Confidence } from "../../../generator/lift/confidence.js";
import { lift } from "../../../generator/lift/lift.js";
import { type Statement, statementText } from "../../../generator/lift/statement.js";
import { documentOf, type Labelled } from "./labelled.js";

/** Right and wrong among what was found, and all that is true. */
export interface Tally {
  readonly right: number;
  readonly wrong: number;
}

export interface Score {
  readonly entries: number;
  /** Rules that the labels hold. */
  readonly truths: number;
  /** Of these, the orders whose direction no sentence says: they are proposed as guesses, always. */
  readonly undirected: number;
  readonly byConfidence: Readonly<Record<Confidence, Tally>>;
  readonly byRecogniser: ReadonlyMap<string, Readonly<Record<Confidence, Tally>>>;
}

/** As labels write statements: one for each field that a value requires or forbids. */
export const textsOf = (statement: Statement): readonly string[] =>
  statement.kind === "when" ? statement.fields.map((field) => statementText({ ...statement, fields: [field] })) : [statementText(statement)];

/** "b ? a" ~> "a ? b": a direction that is not said has no first. */
const canonical = (rule: string): string => (rule.includes(" ? ") ? rule.split(" ? ").toSorted().join(" ? ") : rule);

/** Facts that the labels do not have: what must match, and bounds of numbers. */
const isLabelled = ({ kind }: Statement): boolean => kind !== "matches" && kind !== "bound";

const none: Readonly<Record<Confidence, Tally>> = { certain: { right: 0, wrong: 0 }, likely: { right: 0, wrong: 0 }, guess: { right: 0, wrong: 0 } };

const counted = (tallies: Readonly<Record<Confidence, Tally>>, confidence: Confidence, right: boolean): Readonly<Record<Confidence, Tally>> => {
  const { right: rights, wrong } = tallies[confidence];
  return { ...tallies, [confidence]: right ? { right: rights + 1, wrong } : { right: rights, wrong: wrong + 1 } };
};

/** What `lift` makes of labelled descriptions, each on its own, against their labels. */
export const scoreOf = (labels: readonly Labelled[]): Score => {
  let byConfidence = none;
  const byRecogniser = new Map<string, Readonly<Record<Confidence, Tally>>>();
  for (const label of labels) {
    const truths = new Set(label.rules.map(canonical));
    for (const { statement, confidence, evidence } of lift(documentOf(label))) {
      for (const text of isLabelled(statement) ? textsOf(statement) : []) {
        // a rule that is found twice is right once
        const right = truths.delete(text);
        byConfidence = counted(byConfidence, confidence, right);
        for (const name of new Set(evidence.map(({ recogniser }) => recogniser))) byRecogniser.set(name, counted(byRecogniser.get(name) ?? none, confidence, right));
      }
    }
  }
  const truths = labels.flatMap(({ rules }) => rules);
  return { entries: labels.length, truths: truths.length, undirected: truths.filter((rule) => rule.includes(" ? ")).length, byConfidence, byRecogniser };
};

/** Precision, and recall of all rules and of those whose direction is said, of what is at least as sure. */
export const figuresOf = ({ byConfidence, truths, undirected }: Score, least: Confidence): { readonly right: number; readonly wrong: number; readonly precision: number; readonly recall: number; readonly recallOfDirected: number } => {
  const levels = confidences.slice(0, confidences.indexOf(least) + 1).map((level) => byConfidence[level]);
  const right = levels.reduce((sum, one) => sum + one.right, 0);
  const wrong = levels.reduce((sum, one) => sum + one.wrong, 0);
  return { right, wrong, precision: right + wrong === 0 ? 1 : right / (right + wrong), recall: truths === 0 ? 1 : right / truths, recallOfDirected: truths === undirected ? 1 : right / (truths - undirected) };
};
