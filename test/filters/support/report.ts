import { createCollector, type Report } from "../../../generator/diagnostics/collector.js";

export interface Findings {
  readonly report: Report;
  /** `code pointer: message; hint` of each. */
  readonly shown: () => readonly string[];
}

export const findings = (): Findings => {
  const { report, diagnostics } = createCollector();
  const shown = (): readonly string[] =>
    diagnostics().map(({ code, message, target, hint, notes }) => {
      const more = [
        ...notes.map((note) => `${note.message} (${note.target?.pointer})`),
        ...(hint === undefined ? [] : [hint]),
      ];
      return [`${code} ${target?.pointer ?? ""}: ${message}`, ...more].join("; ");
    });
  return { report, shown };
};
