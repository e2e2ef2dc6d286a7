import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { type Locate, renderAll, sortDiagnostics } from "./diagnostics/render.js";
import { reported, type ReportedDiagnostic } from "./diagnostics/report.js";

/** Diagnostics with what is needed to show them. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
  readonly inputs: readonly { readonly path: string; readonly text: string }[];
}

const textOf = (inputs: Findings["inputs"]): ((file: string) => string | undefined) => {
  const texts = new Map(inputs.map(({ path, text }) => [path, text]));
  return (file) => texts.get(file);
};

/** As text for people, at most so many of them. */
export const rendered = ({ diagnostics, locate, inputs }: Findings, color: boolean, most: number): string =>
  renderAll(diagnostics, most, { locate, textOf: textOf(inputs), color });

/** As data, by place. */
export const reportedDiagnostics = ({ diagnostics, locate }: Findings): readonly ReportedDiagnostic[] =>
  sortDiagnostics(diagnostics, locate).map((diagnostic) => reported(diagnostic, locate));
