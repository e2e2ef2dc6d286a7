import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { githubAnnotation } from "../diagnostics/github.js";
import { type Locate, renderAll, sortDiagnostics } from "../diagnostics/render.js";
import { reported, type ReportedDiagnostic } from "../diagnostics/report.js";
import { sarifLog } from "../diagnostics/sarif.js";
import { tally, tallyByCode } from "../diagnostics/tally.js";
import { version } from "../version.js";
import { type CommandOptions, defaultMost, type ExitCode, type Streams } from "./options.js";

/** Diagnostics with what is needed to show them. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
  readonly inputs: readonly { readonly path: string; readonly text: string }[];
}

const textOf = (inputs: Findings["inputs"]): ((file: string) => string | undefined) => {
  const texts = new Map(inputs.map(({ path, text }) => [path, text]));
  return (file) => texts.get(file);
};

export const rendered = ({ diagnostics, locate, inputs }: Findings, color: boolean, most = defaultMost): string =>
  renderAll(diagnostics, most, { locate, textOf: textOf(inputs), color });

/** As text on standard error, for people; other formats go to standard output, with `showReport`. */
export const showFindings = (findings: Findings, streams: Streams, { format, most }: Pick<CommandOptions, "format" | "most">): void => {
  if (format === "sarif" || format === "github") return;
  const text = rendered(findings, streams.color, most);
  if (text !== "") streams.error(`${text}\n`);
};

/** The diagnostics as data, by place. */
export const reportedDiagnostics = ({ diagnostics, locate }: Findings): readonly ReportedDiagnostic[] =>
  sortDiagnostics(diagnostics, locate).map((diagnostic) => reported(diagnostic, locate));

/** The version of the shape that `--format json` prints; it changes when a member changes its meaning or goes. */
export const jsonVersion = 1;

export const jsonText = (members: object): string => `${JSON.stringify({ version: jsonVersion, ...members })}\n`;

const rank = { error: 0, warning: 1, info: 2 } as const;

/** Errors first: GitHub shows the first ten of each step. */
const annotations = (diagnostics: readonly ReportedDiagnostic[], most: number): string => {
  const sorted = diagnostics.toSorted((left, right) => rank[left.severity] - rank[right.severity]);
  const hidden = sorted.slice(most);
  const rest = hidden.length === 0 ? [] : [`::notice title=openapi-sieve::… and ${tally(hidden)} more: ${tallyByCode(hidden)}`];
  return [...sorted.slice(0, most).map(githubAnnotation), ...rest].map((line) => `${line}\n`).join("");
};

/** The diagnostics in the formats that hold nothing else; nothing for the others. */
export const showReport = (diagnostics: readonly ReportedDiagnostic[], { format, most }: Pick<CommandOptions, "format" | "most">, streams: Streams): void => {
  if (format === "sarif") streams.out(`${JSON.stringify(sarifLog(diagnostics, version()), undefined, 2)}\n`);
  if (format === "github") streams.out(annotations(diagnostics, most));
};

export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Why a command was used wrongly. */
export const showUsage = (messages: readonly string[], streams: Streams): ExitCode => {
  for (const message of messages) streams.error(`openapi-sieve: ${message}\n`);
  return 2;
};
