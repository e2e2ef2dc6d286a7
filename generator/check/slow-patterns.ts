import type { Report } from "../diagnostics/collector.js";
import type { Target } from "../diagnostics/diagnostic.js";
import type { Pattern } from "../keywords/pattern.js";
import type { Contract } from "../model/contract.js";
import type { Schema } from "../model/schema.js";
import { child } from "../source/pointer.js";
import { mayBeSlow } from "./may-be-slow.js";
import { loadPatternDetector, type Slowness } from "./pattern-detector.js";

/** A pattern and a place in which it stands. */
interface Use {
  readonly pattern: Pattern;
  readonly at: Target;
}

/** Steps of the detector, mostly ten or twenty to a millisecond: for one pattern, and for all of a description. */
const limits = { each: 20_000, all: 30_000 } as const;

/** Longer ones are too much for the detector before it takes its first step. */
const longestPattern = 2_000;

const usesIn = ({ keywords, pointer }: Schema): readonly Use[] => [
  ...(keywords.pattern === undefined ? [] : [{ pattern: keywords.pattern, at: { pointer: child(pointer, "pattern") } }]),
  ...(keywords.patternProperties ?? []).map(({ pattern }) => ({
    pattern,
    at: { pointer: child(pointer, "patternProperties", pattern.source), part: "key" as const },
  })),
];

const isDoubtful = ({ source }: Pattern): boolean => source.length <= longestPattern && mayBeSlow(source);

/** Every pattern with all of its uses; those that the detector should see, the shortest first. */
const doubtfulPatterns = (contract: Contract): readonly (readonly [Pattern, readonly Use[]])[] => {
  const found = new Map<string, [Pattern, Use[]]>();
  for (const use of [...contract.schemaAt.values()].flatMap(usesIn)) {
    const key = `${use.pattern.flags}/${use.pattern.source}`;
    const before = found.get(key);
    if (before === undefined) found.set(key, [use.pattern, [use]]);
    else before[1].push(use);
  }
  const doubtful = [...found.values()].filter(([pattern]) => isDoubtful(pattern));
  // short ones need few steps, so no long one takes them away
  return doubtful.sort(([one], [other]) => one.source.length - other.source.length);
};

const messageOf = ({ growth, example }: Slowness): string => {
  const time = growth === "exponential" ? "exponential time" : `polynomial time of degree ${growth.degree}`;
  return `the pattern takes ${time} on some texts${example === undefined ? "" : `, such as ${example}`}`;
};

/**
 * Warns of patterns whose time grows so fast that a short text can stop a program. It is no `Check` like the others,
 * since the detector is loaded where there is a doubtful pattern, and only there.
 */
export const slowPatterns = async (contract: Contract, report: Report): Promise<void> => {
  const patterns = doubtfulPatterns(contract);
  if (patterns.length === 0) return;
  const detect = await loadPatternDetector();
  let left: number = limits.all;
  for (const [pattern, uses] of patterns) {
    if (left <= 0) return;
    const { slowness, steps } = detect(pattern, Math.min(left, limits.each));
    left -= steps;
    if (slowness === undefined) continue;
    for (const { at } of uses) report("pattern-slow", { message: messageOf(slowness), at });
  }
};
