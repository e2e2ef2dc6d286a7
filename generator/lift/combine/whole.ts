import { leastSure } from "../confidence.js";
import type { Evidence, Finding } from "../finding.js";
import type { Statement } from "../statement.js";

/** Several findings that are one rule, in document order. */
export interface Whole {
  readonly statement: Statement;
  readonly parts: readonly Finding[];
}

/** Each piece of evidence once. */
export const distinctEvidence = (evidence: readonly Evidence[]): readonly Evidence[] => {
  const byKey = new Map<string, Evidence>();
  for (const one of evidence) {
    const key = `${one.start} ${one.recogniser} ${one.pointer}`;
    if (!byKey.has(key)) byKey.set(key, one);
  }
  return [...byKey.values()];
};

const asOne = ({ statement, parts }: Whole, first: Finding): Finding => ({
  scope: first.scope,
  statement,
  confidence: leastSure(...parts.map(({ confidence }) => confidence)),
  evidence: distinctEvidence(parts.flatMap(({ evidence }) => evidence)),
});

/** Puts each whole in the place of the first of its parts. No finding is part of two. */
export const withWholes = (findings: readonly Finding[], wholes: readonly Whole[]): readonly Finding[] => {
  const wholeOf = new Map(wholes.flatMap((whole) => whole.parts.map((part) => [part, whole] as const)));
  return findings.flatMap((finding) => {
    const whole = wholeOf.get(finding);
    if (whole === undefined) return [finding];
    return whole.parts[0] === finding ? [asOne(whole, finding)] : [];
  });
};
