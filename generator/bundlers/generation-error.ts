import type { ReportedDiagnostic } from "../diagnostics/report.js";

/** Why the packages are as they were, as bundlers show errors. */
export class GenerationError extends Error {
  override readonly name = "GenerationError";
  readonly plugin = "openapi-sieve";
  /** The file of the first error, as it is shown. */
  readonly id: string | undefined;
  /** Where in it: `line` counts from 1, `column` from 0, as bundlers count. */
  readonly loc: { readonly file: string; readonly line: number; readonly column: number } | undefined;

  constructor(message: string, diagnostics: readonly ReportedDiagnostic[] = []) {
    super(message);
    // the message has places of its own, and where the tool noticed is none of them
    this.stack = "";
    const first = diagnostics.find(({ severity, file }) => severity === "error" && file !== undefined);
    this.id = first?.file;
    this.loc =
      first?.file === undefined || first.range === undefined
        ? undefined
        : { file: first.file, line: first.range.start.line, column: first.range.start.column - 1 };
  }
}
