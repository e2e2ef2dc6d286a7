import type { Severity } from "./diagnostic.js";

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** How many there are of each severity. ~> "1 error, 2 warnings" */
export const tally = (diagnostics: readonly { readonly severity: Severity }[]): string =>
  (["error", "warning"] as const)
    .map((severity) => [severity, diagnostics.filter((one) => one.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, severity))
    .join(", ");

/** Codes with the number of findings of each, the most frequent first. ~> "format-unknown 12, keyword-ignored 3" */
export const tallyByCode = (diagnostics: readonly { readonly code: string }[]): string => {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .sort(([left, many], [right, more]) => more - many || (left < right ? -1 : 1))
    .map(([code, count]) => `${code} ${count}`)
    .join(", ");
};
