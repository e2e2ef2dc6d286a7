import type { ReportedFinding } from "./report.js";

/** Characters that would end a workflow command or one of its properties. */
const escapes: Readonly<Record<string, string>> = { "%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C" };

const escaped = (text: string, characters: RegExp): string => text.replaceAll(characters, (character) => escapes[character] ?? character);

const asMessage = (text: string): string => escaped(text, /[%\r\n]/g);

const asProperty = (text: string): string => escaped(text, /[%\r\n:,]/g);

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** GitHub takes `endColumn` only where the place ends in the line in which it begins. */
const propertiesOf = ({ file, range }: Pick<ReportedFinding, "file" | "range">): Readonly<Record<string, string | number>> => {
  if (file === undefined) return {};
  if (range === undefined) return { file };
  const { start, end } = range;
  return { file, line: start.line, endLine: end.line, col: start.column, ...(start.line === end.line ? { endColumn: end.column } : {}) };
};

const textOf = ({ message, hint, notes }: ReportedFinding): string =>
  [
    message,
    ...notes.map((note) => {
      const where = note.file === undefined || note.range === undefined ? "" : `${note.file}:${note.range.start.line}:${note.range.start.column} `;
      return `${where}note: ${note.message}`;
    }),
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
  ].join("\n");

/** What an annotation says, and where. */
export interface Annotation extends Pick<ReportedFinding, "severity" | "file" | "range"> {
  readonly title: string;
  readonly text: string;
}

/**
 * A workflow command of GitHub Actions, which becomes an annotation of the line
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). ~> "::error file=a.yaml,line=3,…::message"
 */
export const annotation = ({ severity, title, text, ...place }: Annotation): string => {
  const properties = Object.entries({ ...propertiesOf(place), title })
    .map(([name, value]) => `${name}=${asProperty(String(value))}`)
    .join(",");
  return `::${commands[severity]} ${properties}::${asMessage(text)}`;
};

/** The finding as an annotation. */
export const githubAnnotation = (finding: ReportedFinding): string => annotation({ ...finding, title: finding.code, text: textOf(finding) });

/**
 * A text in which the runner sees no commands: it looks for them in every line that is printed, whatever it is about. `token` is a word
 * that the text does not hold.
 */
export const withoutCommands = (text: string, token: string): string => (text === "" ? "" : `::stop-commands::${token}\n${text}::${token}::\n`);
