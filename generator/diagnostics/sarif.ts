import { catalog } from "./catalog.js";
import type { CatalogEntry } from "./catalog/catalog-entry.js";
import type { Severity } from "./diagnostic.js";
import type { ReportedFinding, ReportedNote, ReportedRange } from "./report.js";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** What is told of all findings with a code, where it is none of the catalogue. */
export type RuleTexts = Pick<CatalogEntry, "severity" | "title" | "cause" | "mend">;

const ruleOf = (code: string, { severity, title, cause, mend }: RuleTexts): object => ({
  id: code,
  shortDescription: { text: title },
  fullDescription: { text: cause },
  help: { text: mend },
  defaultConfiguration: { level: levels[severity] },
});

/** A path is a URI reference here (§3.4.3): each segment encoded. What is a URI already stays one. */
const uriOf = (file: string): string => {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return file;
  const path = file.split("/").map(encodeURIComponent).join("/");
  return file.startsWith("/") ? `file://${path}` : path;
};

/** No text of a description becomes a link, which "[here](https://…)" is in a message (§3.11.6). */
const messageOf = (text: string): { readonly text: string } => ({ text: text.replaceAll("](", "] (") });

const regionOf = ({ start, end }: ReportedRange): object => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
  charOffset: start.offset,
  charLength: end.offset - start.offset,
});

export const physicalLocation = (file: string, range: ReportedRange | undefined): object => ({
  artifactLocation: { uri: uriOf(file) },
  ...(range === undefined ? {} : { region: regionOf(range) }),
});

const locationsOf = ({ file, range, pointer }: ReportedFinding): readonly object[] => {
  if (file === undefined) return [];
  const logical = pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pointer }] };
  return [{ physicalLocation: physicalLocation(file, range), ...logical }];
};

const relatedOf = ({ message, file, range }: ReportedNote, id: number): object => ({
  id,
  message: messageOf(message),
  ...(file === undefined || range === undefined ? {} : { physicalLocation: physicalLocation(file, range) }),
});

const resultOf = (finding: ReportedFinding, codes: readonly string[]): object => {
  const { code, severity, message, hint, notes } = finding;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: messageOf(hint === undefined ? message : `${message}\nhint: ${hint}`),
    locations: locationsOf(finding),
    ...(notes.length === 0 ? {} : { relatedLocations: notes.map(relatedOf) }),
  };
};

/** A SARIF 2.1.0 log of one run (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). */
export const sarifOf = (version: string, rules: readonly object[], results: readonly object[]): object => ({
  $schema: "https://json.schemastore.org/sarif-2.1.0.json",
  version: "2.1.0",
  runs: [{ tool: { driver: { name: "openapi-sieve", version, rules } }, columnKind: "utf16CodeUnits", results }],
});

/** The findings of a run, for code scanning. `further` has the texts of codes that are no diagnostics. */
export const sarifLog = (findings: readonly ReportedFinding[], version: string, further: Readonly<Record<string, RuleTexts>> = {}): object => {
  const texts = new Map<string, RuleTexts>([...Object.entries(catalog), ...Object.entries(further)]);
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const rules = codes.flatMap((code) => {
    const known = texts.get(code);
    return known === undefined ? [{ id: code }] : [ruleOf(code, known)];
  });
  return sarifOf(version, rules, findings.map((finding) => resultOf(finding, codes)));
};
