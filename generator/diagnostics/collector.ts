import { catalog, type DiagnosticCode } from "./catalog.js";
import type { CatalogEntry } from "./catalog/catalog-entry.js";
import { references } from "./catalog/references.js";
import type { Diagnostic, Note, Target } from "./diagnostic.js";
import type { Levels } from "./levels.js";
import type { Place } from "./place.js";

/** What a stage says about one finding; the code adds the rest. */
export interface Finding {
  readonly message: string;
  readonly at?: Target;
  readonly place?: Place;
  readonly notes?: readonly Note[];
  readonly hint?: string;
}

export type Report = (code: DiagnosticCode, finding: Finding) => void;

/** Gathers the diagnostics of one run. */
export interface Collector {
  readonly report: Report;
  /** All that was reported so far, in the order of reporting. */
  readonly diagnostics: () => readonly Diagnostic[];
  readonly hasErrors: () => boolean;
}

/** "Save the file as UTF-8." ~> "save the file as UTF-8", as hints are written */
const asHint = (mend: string): string => mend.charAt(0).toLowerCase() + mend.slice(1).replace(/\.$/, "");

const hintOf = ({ showMend, mend }: CatalogEntry, { hint }: Finding): string | undefined =>
  hint ?? (showMend === true ? asHint(mend) : undefined);

const toDiagnostic = (code: DiagnosticCode, finding: Finding, severity: Diagnostic["severity"]): Diagnostic => {
  const hint = hintOf(catalog[code], finding);
  return {
    code,
    severity,
    message: finding.message,
    ...(finding.at !== undefined && { target: finding.at }),
    ...(finding.place !== undefined && { place: finding.place }),
    notes: finding.notes ?? [],
    ...(hint !== undefined && { hint }),
  };
};

/** What is wrong with one reference is said once, by the stage that comes upon it first. */
const keyOf = ({ code, target, place, message }: Diagnostic): string =>
  JSON.stringify(
    target !== undefined && Object.hasOwn(references, code)
      ? ["reference", target.pointer]
      : [code, message, target?.pointer, target?.part, place?.file, place?.start.offset],
  );

/**
 * The same finding at the same place counts once, however many stages come upon it. Severities are those of the catalogue
 * where `levels` gives no other.
 */
export const createCollector = (levels: Levels = new Map()): Collector => {
  const found = new Map<string, Diagnostic>();
  return {
    report: (code, finding) => {
      const level = levels.get(code) ?? catalog[code].severity;
      if (level === "off") return;
      const diagnostic = toDiagnostic(code, finding, level);
      const key = keyOf(diagnostic);
      if (!found.has(key)) found.set(key, diagnostic);
    },
    diagnostics: () => [...found.values()],
    hasErrors: () => [...found.values()].some((diagnostic) => diagnostic.severity === "error"),
  };
};
