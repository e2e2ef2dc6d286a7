import { changeFinding, changeRules } from "../compare/render/change-findings.js";
import type { ReportedFinding, ReportedRange } from "../diagnostics/report.js";
import type { RuleTexts } from "../diagnostics/sarif.js";
import { type Drift, type FileDrift, fileSentence, inOrder, isRecord, type PlacedChange } from "./drift.js";
import { firstDifference } from "./line-diff.js";
import { counted, driftSentence, isNew } from "./summary.js";

/** What is told of all files that differ in one way. */
const ofFiles: Readonly<Record<`drift-${FileDrift["kind"]}`, RuleTexts>> = {
  "drift-missing": { severity: "error", title: "A generated file is missing", cause: "The description gives a file that is not there.", mend: "Generate the package again." },
  "drift-outdated": { severity: "error", title: "A generated file is outdated", cause: "The description, or the tool, has changed since the file was generated.", mend: "Generate the package again." },
  "drift-edited": {
    severity: "error",
    title: "A generated file was edited by hand",
    cause: "The file is not as the tool wrote it, and will be overwritten.",
    mend: "Take the edit back, or say it in the description, an overlay or the configuration, and generate the package again.",
  },
  "drift-stale": { severity: "error", title: "A generated file is left over", cause: "The description does not give the file any more.", mend: "Generate the package again." },
  "drift-foreign": { severity: "error", title: "A file is in the way", cause: "A file that was not generated stands where one of the package is to go, so that nothing is written.", mend: "Move it, or choose another folder for the package." },
};

/** The first column of a line, as far as that can be said without its text. */
const lineRange = (file: FileDrift): ReportedRange | undefined => {
  if (file.before === undefined || file.after === undefined) return undefined;
  const line = firstDifference(file);
  const offset = file.before.split("\n").slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  return { start: { line, column: 1, offset }, end: { line, column: 1, offset } };
};

const fileFinding = (file: FileDrift, out: string): ReportedFinding => {
  const range = lineRange(file);
  return { code: `drift-${file.kind}`, severity: "error", message: `${out}/${file.path} ${fileSentence(file)}`, file: `${out}/${file.path}`, ...(range === undefined ? {} : { range }), notes: [] };
};

/** `input` is where a change is shown that has no place of its own. */
const placedFinding = (change: PlacedChange, input: string): ReportedFinding => {
  const { at, after } = change;
  return {
    ...changeFinding(change),
    file: at?.file ?? input,
    ...(at === undefined ? {} : { range: { start: at.start, end: at.end } }),
    ...(after === undefined ? {} : { pointer: after.pointer }),
    notes: [],
  };
};

/** What changes for those who use the package: since the revision where one was asked for, else since it was generated. */
const changesOf = ({ since, meaning }: Drift): readonly PlacedChange[] => {
  const told = since?.meaning.kind === "known" ? since.meaning : meaning;
  return told.kind === "known" ? told.changes : [];
};

const changeFindings = (drift: Drift): readonly ReportedFinding[] => changesOf(drift).map((change) => placedFinding(change, drift.input));

/** Every change and every file, for reports that hold any number. */
export const driftFindings = (drifts: readonly Drift[]): readonly ReportedFinding[] =>
  drifts.flatMap((drift) => [...changeFindings(drift), ...inOrder(drift.files).map((file) => fileFinding(file, drift.out))]);

/** Files that are named in a message. */
const mostNamed = 10;

const packageFinding = (drift: Drift): readonly ReportedFinding[] => {
  const files = inOrder(drift.files).filter((file, _, all) => !isRecord(file) || all.every(isRecord));
  const [first] = files;
  if (first === undefined) return [];
  const named = files.slice(0, isNew(drift) ? 0 : mostNamed).map((file) => `${drift.out}/${file.path} ${fileSentence(file)}`);
  const rest = files.length > mostNamed && !isNew(drift) ? [`… and ${counted(files.length - mostNamed, "more file")}`] : [];
  return [{ ...fileFinding(first, drift.out), code: "drift", message: [`${drift.name}: ${driftSentence(drift)}`, ...named, ...rest].join("\n") }];
};

/** The same for annotations, of which few are shown: one for a package, one for each edit by hand, and the changes. */
export const driftAnnotations = (drifts: readonly Drift[]): readonly ReportedFinding[] =>
  drifts.flatMap((drift) => [
    ...packageFinding(drift),
    ...drift.files.filter(({ kind }) => kind === "edited").map((file) => fileFinding(file, drift.out)),
    ...changeFindings(drift),
  ]);

/** The texts of all codes of drift. */
export const driftRules = (drifts: readonly Drift[]): Readonly<Record<string, RuleTexts>> => ({ ...ofFiles, ...changeRules(drifts.flatMap(changesOf)) });
