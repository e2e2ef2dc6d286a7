import { catalog, type DiagnosticCode } from "./catalog.js";
import type { CatalogEntry } from "./catalog/catalog-entry.js";
import type { Severity } from "./diagnostic.js";
import type { ReportedDiagnostic, ReportedNote, ReportedRange } from "./report.js";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

const ruleOf = (code: DiagnosticCode): object => {
  const { severity, title, cause, mend }: CatalogEntry = catalog[code];
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: cause },
    help: { text: mend },
    defaultConfiguration: { level: levels[severity] },
  };
};

/** A path is a URI reference here (§3.4.3): each segment encoded. What is a URI already stays one. */
const uriOf = (file: string): string => {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return file;
  const path = file.split("/").map(encodeURIComponent).join("/");
  return file.startsWith("/") ? `file://${path}` : path;
};

const regionOf = ({ start, end }: ReportedRange): object => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
  charOffset: start.offset,
  charLength: end.offset - start.offset,
});

export const physicalLocation = (file: string, range: ReportedRange): object => ({ artifactLocation: { uri: uriOf(file) }, region: regionOf(range) });

const locationsOf = ({ file, range, pointer }: ReportedDiagnostic): readonly object[] => {
  if (file === undefined || range === undefined) return [];
  const logical = pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pointer }] };
  return [{ physicalLocation: physicalLocation(file, range), ...logical }];
};

const relatedOf = ({ message, file, range }: ReportedNote, id: number): object => ({
  id,
  message: { text: message },
  ...(file === undefined || range === undefined ? {} : { physicalLocation: physicalLocation(file, range) }),
});

const resultOf = (diagnostic: ReportedDiagnostic, codes: readonly DiagnosticCode[]): object => {
  const { code, severity, message, hint, notes } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message}\nhint: ${hint}` },
    locations: locationsOf(diagnostic),
    ...(notes.length === 0 ? {} : { relatedLocations: notes.map(relatedOf) }),
  };
};

/** A SARIF 2.1.0 log of one run (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). */
export const sarifOf = (version: string, rules: readonly object[], results: readonly object[]): object => ({
  $schema: "https://json.schemastore.org/sarif-2.1.0.json",
  version: "2.1.0",
  runs: [{ tool: { driver: { name: "openapi-sieve", version, rules } }, columnKind: "utf16CodeUnits", results }],
});

/** The diagnostics of a run, for code scanning. */
export const sarifLog = (diagnostics: readonly ReportedDiagnostic[], version: string): object => {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return sarifOf(version, codes.map(ruleOf), diagnostics.map((diagnostic) => resultOf(diagnostic, codes)));
};
