import type { DiagnosticCode } from "./catalog.js";
import type { Diagnostic, Note, Severity } from "./diagnostic.js";
import type { Place } from "./place.js";
import type { Locate } from "./render.js";

/** A point of a file. `line` and `column` count from 1, `offset` in UTF-16 code units from 0. */
export interface ReportedPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From the first character to the one after the last. */
export interface ReportedRange {
  readonly start: ReportedPosition;
  readonly end: ReportedPosition;
}

export interface ReportedNote {
  readonly message: string;
  readonly file?: string;
  readonly range?: ReportedRange;
}

/** A finding as plain data: places resolved, texts as they are. */
export interface ReportedFinding<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  /** Relative to the working directory where it lies below it; absent where the finding has no place. */
  readonly file?: string;
  /** Absent where the finding is about a file as a whole. */
  readonly range?: ReportedRange;
  /** JSON Pointer into the bundled description. */
  readonly pointer?: string;
  readonly hint?: string;
  readonly notes: readonly ReportedNote[];
}

/** A diagnostic, as `--format json` prints it. */
export type ReportedDiagnostic = ReportedFinding<DiagnosticCode>;

const position = ({ line, column, offset }: ReportedPosition): ReportedPosition => ({ line, column, offset });

const placed = (place: Place | undefined): { readonly file?: string; readonly range?: ReportedRange } =>
  place === undefined ? {} : { file: place.file, range: { start: position(place.start), end: position(place.end) } };

const placeOf = ({ place, target }: Diagnostic | Note, locate: Locate): Place | undefined =>
  place ?? (target === undefined ? undefined : locate(target));

/** The diagnostic with its places looked up. */
export const reported = (diagnostic: Diagnostic, locate: Locate): ReportedDiagnostic => {
  const { code, severity, message, target, notes, hint } = diagnostic;
  return {
    code,
    severity,
    message,
    ...placed(placeOf(diagnostic, locate)),
    ...(target === undefined ? {} : { pointer: target.pointer }),
    ...(hint === undefined ? {} : { hint }),
    notes: notes.map((note) => ({ message: note.message, ...placed(placeOf(note, locate)) })),
  };
};
