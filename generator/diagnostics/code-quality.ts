import type { Severity } from "./diagnostic.js";
import type { ReportedFinding } from "./report.js";

const severities: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

/**
 * The findings as a report for GitLab's merge requests (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
 * A finding without a place stands at the first line of `home`: GitLab leaves out what has none. The fingerprint, made by `hash`, says
 * nothing of lines, so that a finding is the same one after others were mended above it.
 */
export const codeQualityReport = (findings: readonly ReportedFinding[], home: string, hash: (text: string) => string): readonly object[] => {
  const seen = new Map<string, number>();
  return findings.map(({ code, severity, message, hint, file = home, range, pointer = "" }) => {
    const key = JSON.stringify([code, file, pointer, message]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return {
      description: hint === undefined ? message : `${message}\nhint: ${hint}`,
      check_name: code,
      fingerprint: hash(`${key}${count}`),
      severity: severities[severity],
      location: { path: file, lines: { begin: range?.start.line ?? 1 } },
    };
  });
};
