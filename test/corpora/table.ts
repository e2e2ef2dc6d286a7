import type { Row } from "./measure.js";

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");

const counted = (counts: ReadonlyMap<string, number>): string => [...counts].map(([code, count]) => (count === 1 ? code : `${count} ${code}`)).join(", ");

/** A bar would end the cell. */
const escaped = (text: string): string => text.replaceAll("|", "\\|");

const kilobytes = (characters: number): string => String(Math.round(characters / 1000));

const folderOf = ({ document }: Row): string => document.split("/").slice(0, document.startsWith("fixtures/") ? 2 : 1).join("/");

const total = (rows: readonly Row[], count: (row: Row) => number): number => rows.reduce((sum, row) => sum + count(row), 0);

const together = (rows: readonly Row[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { diagnostics } of rows) for (const [code, count] of diagnostics) counts.set(code, (counts.get(code) ?? 0) + count);
  return new Map([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
};

const head = ["operations", "filter fields", "operators", "negations", "rules", "kB"];

const numbers = (rows: readonly Row[]): readonly string[] => [
  ...[total(rows, (row) => row.operations), total(rows, (row) => row.filterFields), total(rows, (row) => row.operators), total(rows, (row) => row.negations), total(rows, (row) => row.rules)].map(String),
  kilobytes(total(rows, (row) => row.characters)),
];

/** Each folder in one line. */
export const summary = (rows: readonly Row[]): string => {
  const folders = [...new Set(rows.map(folderOf))].map((folder) => [folder, rows.filter((row) => folderOf(row) === folder)] as const);
  return table(
    ["folder", "documents", "generated", ...head],
    [...folders, ["all", rows] as const].map(([folder, own]) => [folder, String(own.length), String(own.filter(({ files }) => files > 0).length), ...numbers(own)]),
  );
};

/** Each document in one line, with what was reported; times where there are some. */
export const details = (rows: readonly Row[], times?: ReadonlyMap<string, number>): string =>
  table(
    ["document", ...head, ...(times === undefined ? [] : ["s"]), "diagnostics"],
    rows.map((row) => [
      escaped(row.document),
      ...numbers([row]),
      ...(times === undefined ? [] : [((times.get(row.document) ?? 0) / 1000).toFixed(2)]),
      `${row.files === 0 ? "refused: " : ""}${counted(row.diagnostics)}`,
    ]),
  );

export const diagnosticsTable = (rows: readonly Row[]): string =>
  table(["code", "times", "documents"], [...together(rows)].map(([code, count]) => [code, String(count), String(rows.filter(({ diagnostics }) => diagnostics.has(code)).length)]));

/** docs/corpora.md */
export const corporaDocument = (rows: readonly Row[]): string => `# The corpora

What becomes of real documents and of other tools' test descriptions, as \`npm run corpora -- --write\` wrote it; a test compares it with
what the tool does where the documents are. \`npm run corpora\` prints the same with times. Operators are those beside the bare field,
negations those that can be negated, the bare field among them; kB are thousands of characters of \`src/\`, before formatting.

## In all

${summary(rows)}

## Diagnostics

${diagnosticsTable(rows)}

## Documents

${details(rows)}
`;
