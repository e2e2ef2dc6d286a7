import type { Diagnostic } from "./diagnostic.js";
import type { Place } from "./place.js";

/** A diagnostic and the places of others that say the same. */
export interface Group {
  readonly first: Diagnostic;
  readonly others: readonly Place[];
}

export interface Selection {
  /** In the order of the diagnostics. */
  readonly shown: readonly Group[];
  readonly hidden: readonly Diagnostic[];
}

/** That many equal findings are still shown one by one. */
const fewEqual = 3;

const rank = { error: 0, warning: 1, info: 2 } as const;

interface Equal {
  readonly first: Diagnostic;
  readonly all: Diagnostic[];
}

/** Findings with notes tell of something in particular, so they stay on their own. */
const keyOf = ({ code, severity, message, hint, place, notes }: Diagnostic, index: number): string =>
  notes.length > 0 || place === undefined ? String(index) : JSON.stringify([code, severity, message, hint]);

const alike = (diagnostics: readonly Diagnostic[]): readonly Equal[] => {
  const found = new Map<string, Equal>();
  diagnostics.forEach((diagnostic, index) => {
    const key = keyOf(diagnostic, index);
    const known = found.get(key);
    if (known === undefined) found.set(key, { first: diagnostic, all: [diagnostic] });
    else known.all.push(diagnostic);
  });
  return [...found.values()].flatMap((equal) =>
    equal.all.length > fewEqual ? [equal] : equal.all.map((first) => ({ first, all: [first] })),
  );
};

/** Errors go first; among the equally severe, codes take turns, so that one with many findings does not hide the others. */
const byUrgency = (equals: readonly Equal[]): readonly Equal[] => {
  const turns = new Map<string, number>();
  return equals
    .map((equal) => {
      const turn = turns.get(equal.first.code) ?? 0;
      turns.set(equal.first.code, turn + 1);
      return { equal, turn, rank: rank[equal.first.severity] };
    })
    .sort((left, right) => left.rank - right.rank || left.turn - right.turn)
    .map(({ equal }) => equal);
};

/** At most `most` findings of a list that is sorted by place; those that say the same of many places count as one. */
export const select = (diagnostics: readonly Diagnostic[], most: number): Selection => {
  const equals = alike(diagnostics);
  const chosen = new Set(byUrgency(equals).slice(0, most));
  const order = new Map(diagnostics.map((diagnostic, index) => [diagnostic, index]));
  const shown = [...chosen].sort((left, right) => (order.get(left.first) ?? 0) - (order.get(right.first) ?? 0));
  return {
    shown: shown.map(({ first, all }) => ({ first, others: all.slice(1).flatMap(({ place }) => place ?? []) })),
    hidden: equals.filter((equal) => !chosen.has(equal)).flatMap(({ all }) => all),
  };
};
