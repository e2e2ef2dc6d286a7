import { createHash } from "node:crypto";
import path from "node:path";
import { codeQualityReport } from "../diagnostics/code-quality.js";
import { githubAnnotation } from "../diagnostics/github.js";
import type { ReportedDiagnostic, ReportedFinding } from "../diagnostics/report.js";
import { type RuleTexts, sarifLog } from "../diagnostics/sarif.js";
import { tally, tallyByCode } from "../diagnostics/tally.js";
import { type Findings, rendered } from "../findings.js";
import { version } from "../version.js";
import type { CommandOptions, ExitCode, OutputFormat, Streams } from "./options.js";

/** As text on standard error, for people; other formats go to standard output, with `showReport`. */
export const showFindings = (findings: Findings, streams: Streams, { format, most }: Pick<CommandOptions, "format" | "most">): void =>
  showRendered(rendered(findings, streams.color, most), streams, format);

/** The same, of findings that were rendered already. */
export const showRendered = (text: string, streams: Streams, format: OutputFormat): void => {
  if (!isReport(format) && text !== "") streams.error(`${text}\n`);
};

/** The version of the shape that `--format json` prints; it changes when a member changes its meaning or goes. */
export const jsonVersion = 1;

export const jsonText = (members: object): string => `${JSON.stringify({ version: jsonVersion, ...members })}\n`;

const rank = { error: 0, warning: 1, info: 2 } as const;

/** Errors first: GitHub shows the first ten of each step. */
const annotations = (findings: readonly ReportedFinding[], most: number): string => {
  const sorted = findings.toSorted((left, right) => rank[left.severity] - rank[right.severity]);
  const hidden = sorted.slice(most);
  const rest = hidden.length === 0 ? [] : [`::notice title=openapi-sieve::… and ${tally(hidden) || `${hidden.length} notices`} more: ${tallyByCode(hidden)}`];
  return [...sorted.slice(0, most).map(githubAnnotation), ...rest].map((line) => `${line}\n`).join("");
};

type Shown = Pick<CommandOptions, "cwd" | "inputs" | "config" | "most" | "repository">;

/** A file as it is named from the root of the repository, where that is known and holds it. */
const fromRepository = (file: string, { cwd, repository }: Shown): string => {
  if (repository === undefined || /^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return file;
  const shown = path.relative(repository, path.resolve(cwd, file)).split(path.sep).join("/");
  return shown.startsWith("../") || path.isAbsolute(shown) ? file : shown;
};

const withFile = <Placed extends { readonly file?: string }>(placed: Placed, shown: Shown): Placed =>
  placed.file === undefined ? placed : { ...placed, file: fromRepository(placed.file, shown) };

/** Findings as a format for machines has them. `further` has the texts of codes that are no diagnostics. */
export const reportText = (
  format: "sarif" | "github" | "gitlab",
  findings: readonly ReportedFinding[],
  shown: Shown,
  further: Readonly<Record<string, RuleTexts>> = {},
): string => {
  const placed = findings.map((finding) => withFile({ ...finding, notes: finding.notes.map((note) => withFile(note, shown)) }, shown));
  if (format === "github") return annotations(placed, shown.most);
  if (format === "sarif") return `${JSON.stringify(sarifLog(placed, version(), further), undefined, 2)}\n`;
  const home = fromRepository(shown.inputs[0] ?? shown.config ?? "openapi-sieve.config.ts", shown);
  return `${JSON.stringify(codeQualityReport(placed, home, (text) => createHash("sha256").update(text).digest("hex")), undefined, 2)}\n`;
};

/** Formats that hold findings and nothing else, for machines. */
export const isReport = (format: OutputFormat): format is "sarif" | "github" | "gitlab" => format === "sarif" || format === "github" || format === "gitlab";

/** The diagnostics in the formats that hold nothing else; nothing for the others. */
export const showReport = (diagnostics: readonly ReportedDiagnostic[], options: Shown & Pick<CommandOptions, "format">, streams: Streams): void => {
  if (isReport(options.format)) streams.out(reportText(options.format, diagnostics, options));
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

/** Where a part of the packages was asked for that holds none, which is no fault: there may be more machines than packages. */
export const showEmptyShard = ({ shard, quiet, format }: Pick<CommandOptions, "shard" | "quiet" | "format">, streams: Streams): void => {
  if (shard !== undefined && !quiet && format === "text") streams.out(`nothing to do: shard ${shard.index}/${shard.count} holds no package\n`);
};
