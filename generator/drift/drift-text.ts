import { type ChangeClass, changeClasses } from "../compare/change.js";
import { changeHeadText } from "../compare/render/change-head.js";
import { printable } from "../diagnostics/printable.js";
import { type Drift, type FileDrift, fileSentence, inOrder, isRecord, type PlacedChange } from "./drift.js";
import { lineDiff } from "./line-diff.js";
import { counted, driftSentence, isNew, sinceSentence } from "./summary.js";

/** Lines of diff that are shown of one file, and files that are shown with one. */
const shownLines = 12;
const shownFiles = 8;

const placeOf = ({ at }: PlacedChange): string => (at === undefined ? "" : ` (${at.file}:${at.start.line}:${at.start.column})`);

const changeLine = (change: PlacedChange): string => changeHeadText(change) + printable(placeOf(change));

/** The changes by class, what breaks first, with the rule under which each falls. */
const changeLines = (changes: readonly PlacedChange[], most: number): readonly string[] => {
  const shown = changeClasses.flatMap((name: ChangeClass) => changes.filter((change) => change.class === name)).slice(0, most);
  const lines = changeClasses.flatMap((name) => {
    const own = shown.filter((change) => change.class === name);
    return own.length === 0 ? [] : [`  ${name}`, ...own.flatMap((change) => [`    ${changeLine(change)}`, `      ${change.rule}`])];
  });
  return changes.length <= most ? lines : [...lines, `  … and ${counted(changes.length - most, "more change")}; --max-diagnostics 0 shows all`];
};

/** A line of a file may hold anything: it moves no cursor. */
const diffLines = (file: FileDrift): readonly string[] => lineDiff(file, shownLines).map((line) => `    ${line.split("\t").map(printable).join("\t")}`);

const fileLines = ({ out, files, meaning }: Drift, most: number): readonly string[] => {
  if (isNew({ files, meaning })) return [];
  const ordered = inOrder(files);
  const shown = ordered.slice(0, most);
  const lines = shown.flatMap((file, index) => {
    const isShown = (file.kind === "outdated" || file.kind === "edited") && index < shownFiles && !isRecord(file);
    return [printable(`${out}/${file.path} ${fileSentence(file)}`), ...(isShown ? diffLines(file) : [])];
  });
  return ordered.length <= most ? lines : [...lines, `… and ${counted(ordered.length - most, "more file")}`];
};

const sinceLines = (since: NonNullable<Drift["since"]>, name: string, most: number): readonly string[] => [
  printable(`${name}: ${sinceSentence(since)}`),
  ...(since.meaning.kind === "known" ? changeLines(since.meaning.changes, most) : []),
];

/** The drift of a package for people: what it means, then the files with a short diff of each; `most` of either. */
export const driftText = (drift: Drift, most: number): string => {
  const { name, status, since, meaning } = drift;
  const lines = [
    ...(since === undefined ? [] : sinceLines(since, name, most)),
    ...(status === "drift" ? [printable(`${name}: ${driftSentence(drift)}`), ...(meaning.kind === "known" ? changeLines(meaning.changes, most) : []), ...fileLines(drift, most)] : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
};
