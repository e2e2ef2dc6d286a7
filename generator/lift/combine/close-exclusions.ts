import type { Finding } from "../finding.js";
import { groupedBy } from "../../source/grouped-by.js";
import { namesKey, pairOf } from "./names-key.js";
import { type Whole, withWholes } from "./whole.js";

/** What a finding excludes: its two fields, or its field and each of the others. */
const namesOf = ({ statement }: Finding): readonly string[] | undefined => {
  if (statement.kind === "forbids") return [statement.field, ...statement.others];
  return statement.kind === "atMostOne" ? pairOf(statement.groups) : undefined;
};

interface Exclusion {
  readonly finding: Finding;
  readonly names: readonly string[];
  /** In the order of findings. */
  readonly index: number;
}

const exclusionsIn = (findings: readonly Finding[]): readonly Exclusion[] =>
  findings.flatMap((finding, index) => {
    const names = namesOf(finding);
    return names === undefined ? [] : [{ finding, names, index }];
  });

/** The exclusions among some fields, without those that are part of a rule already, in document order. */
const within = (names: readonly string[], byField: ReadonlyMap<string, readonly Exclusion[]>, taken: ReadonlySet<Exclusion>): readonly Exclusion[] => {
  const among = new Set(names);
  return names
    .flatMap((name) => (byField.get(name) ?? []).filter((one) => !taken.has(one) && one.names.every((other) => among.has(other))))
    .toSorted((one, other) => one.index - other.index);
};

/** Does each of the fields exclude every other, by what one of the two says? */
const closes = (names: readonly string[], parts: readonly Exclusion[]): boolean => {
  const pairs = new Set(parts.flatMap(({ names: [field = "", ...others] }) => others.map((other) => namesKey([field, other]))));
  return pairs.size === (names.length * (names.length - 1)) / 2;
};

/** Fields of which each excludes all others are "at most one"; what does not close stays directed. */
export const closeExclusions = (findings: readonly Finding[]): readonly Finding[] => {
  const exclusions = exclusionsIn(findings);
  const byField = groupedBy(exclusions, ({ names }) => names[0]);
  // the same fields close or do not, whichever of them is asked
  const groups = groupedBy(exclusions, ({ names }) => (names.length > 2 ? namesKey(names) : undefined));
  const taken = new Set<Exclusion>();
  const wholes: Whole[] = [];
  for (const [first] of groups.values()) {
    const names = first?.names ?? [];
    const parts = within(names, byField, taken);
    if (!closes(names, parts)) continue;
    for (const part of parts) taken.add(part);
    wholes.push({ statement: { kind: "atMostOne", groups: names.map((name) => [name]) }, parts: parts.map(({ finding }) => finding) });
  }
  return withWholes(findings, wholes);
};
