import { catalog, type DiagnosticCode } from "./catalog.js";
import type { Diagnostic, Note, Target } from "./diagnostic.js";
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

const toDiagnostic = (code: DiagnosticCode, finding: Finding): Diagnostic => ({
  code,
  severity: catalog[code].severity,
  message: finding.message,
  ...(finding.at !== undefined && { target: finding.at }),
  ...(finding.place !== undefined && { place: finding.place }),
  notes: finding.notes ?? [],
  ...(finding.hint !== undefined && { hint: finding.hint }),
});

const keyOf = ({ code, target, place, message }: Diagnostic): string =>
  JSON.stringify([code, target?.pointer ?? place?.start.offset, target === undefined ? message : undefined]);

/** The same finding at the same place counts once, however many stages come upon it. */
export const createCollector = (): Collector => {
  const found = new Map<string, Diagnostic>();
  return {
    report: (code, finding) => {
      const diagnostic = toDiagnostic(code, finding);
      const key = keyOf(diagnostic);
      if (!found.has(key)) found.set(key, diagnostic);
    },
    diagnostics: () => [...found.values()],
    hasErrors: () => [...found.values()].some((diagnostic) => diagnostic.severity === "error"),
  };
};
