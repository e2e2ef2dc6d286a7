import type { CatalogEntry } from "./catalog/catalog-entry.js";
import type { DiagnosticCode } from "./catalog.js";
import type { Place } from "./place.js";

export type Severity = CatalogEntry["severity"];

/** Where in the bundled document; resolved to a Place only when shown. */
export interface Target {
  /** A JSON Pointer into the bundled document. */
  readonly pointer: string;
  /** The value (when absent), or the property key in front of it. */
  readonly part?: "key" | "value";
}

/** A second place that belongs to a diagnostic, or a fact about it. */
export interface Note {
  readonly message: string;
  readonly target?: Target;
  readonly place?: Place;
}

/** One finding of the generator about its input. A `place` wins over a `target`. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly target?: Target;
  readonly place?: Place;
  readonly notes: readonly Note[];
  readonly hint?: string;
}
