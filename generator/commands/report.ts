import { githubAnnotation } from "../diagnostics/github.js";
import type { ReportedDiagnostic } from "../diagnostics/report.js";
import { sarifLog } from "../diagnostics/sarif.js";
import { tally, tallyByCode } from "../diagnostics/tally.js";
import { type Findings, rendered } from "../findings.js";
import { version } from "../version.js";
import type { CommandOptions, ExitCode, OutputFormat, Streams } from "./options.js";

/** As text on standard error, for people; other formats go to standard output, with `showReport`. */
export const showFindings = (findings: Findings, streams: Streams, { format, most }: Pick<CommandOptions, "format" | "most">): void =>
  showRendered(rendered(findings, streams.color, most), streams, format);

/** The same, of findings that were rendered already. */
export const showRendered = (text: string, streams: Streams, format: OutputFormat): void => {
  if (format !== "sarif" && format !== "github" && text !== "") streams.error(`${text}\n`);
};

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

/** What should not have happened. */
export const showBug = (name: string, trace: string, streams: Streams): ExitCode => {
  streams.error(`openapi-sieve: ${name}: this is a bug of the tool, please report it\n${trace}\n`);
  return 70;
};
