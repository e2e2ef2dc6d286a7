import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type Locate, renderDiagnostic, sortDiagnostics } from "../diagnostics/render.js";
import type { SourceFile } from "../source/document.js";

export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
  readonly files: readonly SourceFile[];
}

/** A schema that cannot be compiled, with all that is wrong with it. */
export class InvalidSchemaError extends Error {
  override readonly name = "InvalidSchemaError";
  readonly diagnostics: readonly Diagnostic[];

  constructor({ diagnostics, locate, files }: Findings) {
    const textOf = (path: string): string | undefined => files.find((file) => file.path === path)?.text;
    const errors = sortDiagnostics(diagnostics, locate).filter(({ severity }) => severity === "error");
    super(errors.map((diagnostic) => renderDiagnostic(diagnostic, { locate, textOf, color: false })).join("\n\n"));
    this.diagnostics = diagnostics;
  }
}
