import { confidences } from "../../../generator/lift/confidence.js";
import { labelFiles, type LabelFile, readLabels } from "./labelled.js";
import { figuresOf, type Score, scoreOf, type Tally } from "./score.js";

/** What is asked of the recognisers: at least so precise, and so much of all rules, on each half and on everything. */
export const required = {
  certain: { precision: 0.98, recall: 0.6 },
  likely: { precision: 0.9, recall: 0.8 },
} as const;

export interface Scored {
  readonly name: string;
  readonly score: Score;
}

/** The scores of every file of labels, and of all of them. */
export const scores = (): readonly Scored[] => {
  const labels = labelFiles.map((name: LabelFile) => ({ name, labels: readLabels(name) }));
  return [...labels.map((one) => ({ name: one.name, score: scoreOf(one.labels) })), { name: "all", score: scoreOf(labels.flatMap((one) => one.labels)) }];
};

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string => [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
const figure = (value: number): string => value.toFixed(3);

const figures = ({ name, score }: Scored): readonly (readonly (string | number)[])[] =>
  confidences.map((confidence) => {
    const { right, wrong, precision, recall, recallOfDirected } = figuresOf(score, confidence);
    const share = (of: number): string => (score.truths === 0 ? "–" : figure(of));
    return [name, score.entries, score.truths, confidence === "certain" ? "certain" : `${confidence} or surer`, right, wrong, right + wrong === 0 ? "–" : figure(precision), share(recall), confidence === "guess" ? "–" : share(recallOfDirected)];
  });

const tally = ({ right, wrong }: Tally): string => (right + wrong === 0 ? "–" : `${right} / ${wrong}`);

/** `docs/lift-score.md` */
export const reportOf = (all: readonly Scored[]): string => {
  const whole = all.at(-1)?.score;
  return `# Score of \`lift\`

Made by \`npm run lift:score -- --write\` out of the labelled descriptions in [test/lift/score](../test/lift/score/README.md), each read on
its own. \`seen\` is the half that writers of recognisers look into, \`unseen\` the one they do not, \`negatives\` are plain sentences without a rule.
Required: precision ${required.certain.precision} and recall ${required.certain.recall} at \`certain\`, ${required.likely.precision} and ${required.likely.recall} at \`likely\` or surer.

${whole?.undirected ?? 0} of the rules are orders whose direction no sentence says ("in an proper order, in relation to"). They are proposed with both readings, as
guesses, whatever the wording; so the second recall leaves them out at every level.

${table(["labels", "descriptions", "rules", "confidence", "right", "wrong", "precision", "recall", "recall, direction said"], all.flatMap(figures))}

## By recogniser

Right / wrong, of all labels. A rule that was put together from several sentences counts for each of their recognisers.

${table(["recogniser", ...confidences], [...(whole?.byRecogniser ?? [])].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([name, tallies]) => [name, ...confidences.map((one) => tally(tallies[one]))]))}
`;
};
