import type { ReportedDiagnostic } from "./report.js";

/** Characters that would end a workflow command or one of its properties. */
const escapes: Readonly<Record<string, string>> = { "%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C" };

const escaped = (text: string, characters: RegExp): string => text.replaceAll(characters, (character) => escapes[character] ?? character);

const asMessage = (text: string): string => escaped(text, /[%\r\n]/g);

const asProperty = (text: string): string => escaped(text, /[%\r\n:,]/g);

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** GitHub takes `endColumn` only where the place ends in the line in which it begins. */
const propertiesOf = ({ file, range }: Pick<ReportedDiagnostic, "file" | "range">): Readonly<Record<string, string | number>> => {
  if (file === undefined || range === undefined) return {};
  const { start, end } = range;
  return { file, line: start.line, endLine: end.line, col: start.column, ...(start.line === end.line ? { endColumn: end.column } : {}) };
};

const textOf = ({ message, hint, notes }: ReportedDiagnostic): string =>
  [
    message,
    ...notes.map((note) => {
      const where = note.file === undefined || note.range === undefined ? "" : `${note.file}:${note.range.start.line}:${note.range.start.column} `;
      return `${where}note: ${note.message}`;
    }),
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
  ].join("\n");

/** What an annotation says, and where. */
export interface Annotation extends Pick<ReportedDiagnostic, "severity" | "file" | "range"> {
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

/** The diagnostic as an annotation. */
export const githubAnnotation = (diagnostic: ReportedDiagnostic): string => annotation({ ...diagnostic, title: diagnostic.code, text: textOf(diagnostic) });
