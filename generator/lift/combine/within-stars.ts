import { isAtLeast } from "../confidence.js";
import type { Finding } from "../finding.js";
import { groupedBy } from "../../source/grouped-by.js";
import { namesKey, pairOf } from "./names-key.js";
import { distinctEvidence } from "./whole.js";

/** "a forbids b, c" by each of the pairs that it says. */
const starsByPair = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const pairs = findings.flatMap((star) => {
    const { statement } = star;
    return statement.kind === "forbids" ? statement.others.map((other) => ({ star, key: namesKey([statement.field, other]) })) : [];
  });
  return new Map([...groupedBy(pairs, ({ key }) => key)].map(([key, all]) => [key, all.map(({ star }) => star)]));
};

/** What one field says of another that says it of it too: one rule, of which both are evidence. */
export const withinStars = (findings: readonly Finding[]): readonly Finding[] => {
  const stars = starsByPair(findings);
  const starOf = ({ statement, confidence }: Finding): Finding | undefined => {
    const pair = statement.kind === "atMostOne" ? pairOf(statement.groups) : undefined;
    return pair === undefined ? undefined : stars.get(namesKey(pair))?.find((star) => isAtLeast(star.confidence, confidence));
  };
  const pairsOf = groupedBy(findings, starOf);
  return findings.flatMap((finding): readonly Finding[] => {
    if (starOf(finding) !== undefined) return [];
    const pairs = pairsOf.get(finding);
    return pairs === undefined ? [finding] : [{ ...finding, evidence: distinctEvidence([...finding.evidence, ...pairs.flatMap(({ evidence }) => evidence)]) }];
  });
};
