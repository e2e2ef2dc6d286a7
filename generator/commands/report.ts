import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type Locate, renderDiagnostic, sortDiagnostics } from "../diagnostics/render.js";
import type { Streams } from "./options.js";

/** Diagnostics with what is needed to show them. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
  readonly inputs: readonly { readonly path: string; readonly text: string }[];
}

const textOf =
  (inputs: Findings["inputs"]) =>
  (file: string): string | undefined =>
    inputs.find((input) => input.path === file)?.text;

export const rendered = ({ diagnostics, locate, inputs }: Findings, color: boolean): string =>
  sortDiagnostics(diagnostics, locate)
    .map((diagnostic) => `${renderDiagnostic(diagnostic, { locate, textOf: textOf(inputs), color })}\n`)
    .join("\n");

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

export const tally = (diagnostics: readonly Diagnostic[]): string =>
  (["error", "warning"] as const)
    .map((severity) => [severity, diagnostics.filter((one) => one.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, severity))
    .join(", ");

export const showFindings = (findings: Findings, streams: Streams): void => {
  const text = rendered(findings, streams.color);
  if (text !== "") streams.error(`${text}\n`);
};

/** A diagnostic as data: place resolved, text as it is. */
export const jsonDiagnostics = ({ diagnostics, locate }: Findings): readonly object[] =>
  sortDiagnostics(diagnostics, locate).map(({ code, severity, message, target, place, hint }) => {
    const where = place ?? (target === undefined ? undefined : locate(target));
    return {
      code,
      severity,
      message,
      ...(where === undefined ? {} : { file: where.file, line: where.start.line, column: where.start.column }),
      ...(target === undefined ? {} : { pointer: target.pointer }),
      ...(hint === undefined ? {} : { hint }),
    };
  });

export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
