/// <reference path="./recheck.d.ts" />
import type { Diagnostics, Parameters } from "recheck";
import type { Pattern } from "../keywords/pattern.js";
import { withCountedClock } from "./with-counted-clock.js";

/** How the time for a match grows with the length of a text. */
export interface Slowness {
  readonly growth: "exponential" | { readonly degree: number };
  /** An expression that makes such a text; left out where it is long. */
  readonly example?: string;
}

export interface Analysis {
  /** Undefined for a pattern that is fast enough, and for one that could not be judged within the steps. */
  readonly slowness?: Slowness;
  /** The steps that were used. */
  readonly steps: number;
}

/** Judges a pattern in so many steps. The answer depends on nothing else. */
export type PatternDetector = (pattern: Pattern, steps: number) => Analysis;

/**
 * Every limit is a count: the only time that may run out is that of the counted clock. Attacks of 4,000 characters have
 * 100 million steps, which quadratic time does not use up and what is worse does. The rest bounds the work that is done
 * between two readings of the clock.
 */
const parameters: Parameters = {
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  attackLimit: 100_000_000,
  maxAttackStringSize: 4_000,
  maxNFASize: 3_000,
  // references to groups would be tried without, one step at a time
  accelerationMode: "on",
  randomSeed: 0,
};

/** Quadratic time is so common, `\s+$` takes it, that a warning would say nothing. */
const leastDegree = 3;

const longestExample = 80;

/** recheck escapes control characters, but not all that moves the cursor or looks like something else. */
const escaped = (text: string): string => text.replace(/[^ -~]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

const slownessOf = (found: Diagnostics | undefined): Slowness | undefined => {
  if (found?.status !== "vulnerable") return undefined;
  const { complexity, attack } = found;
  if (complexity.type === "polynomial" && complexity.degree < leastDegree) return undefined;
  const example = escaped(attack.pattern);
  return {
    growth: complexity.type === "exponential" ? complexity.type : { degree: complexity.degree },
    ...(example.length > longestExample ? {} : { example }),
  };
};

/** Loads recheck, the largest part of a run that has doubtful patterns. */
export const loadPatternDetector = async (): Promise<PatternDetector> => {
  const {
    default: { checkSync },
  } = await import("recheck/lib/browser.js");
  const check = ({ source, flags }: Pattern, timeout: number): Diagnostics | undefined => {
    try {
      return checkSync(source, flags, { ...parameters, timeout });
    } catch {
      // thousands of groups inside each other overflow its stack; a pattern that it cannot judge is none that it warns of
      return undefined;
    }
  };
  return (pattern, limit) => {
    const { result, readings } = withCountedClock(() => check(pattern, limit));
    const slowness = slownessOf(result);
    return { steps: readings, ...(slowness === undefined ? {} : { slowness }) };
  };
};
