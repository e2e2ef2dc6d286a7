/** Longer names are not compared: nobody mistypes them by hand, and the comparison is quadratic. */
const longest = 200;

/** Among more names than this, the one that was meant is not looked for. */
const mostCandidates = 5_000;

const bound = (wrong: string): number => Math.max(1, Math.floor(wrong.length / 3));

/** The next row of the table of optimal string alignment distances (insert, delete, replace, swap neighbours). */
const nextRow = (a: string, b: string, i: number, row: readonly number[], earlier: readonly number[]): number[] => {
  const next = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const cost = a[i - 1] === b[j - 1] ? 0 : 1;
    let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    if (swapped) best = Math.min(best, (earlier[j - 2] ?? 0) + 1);
    next.push(best);
  }
  return next;
};

/** How many typing slips lie between two names; `limit + 1` as soon as it is certain that they are more than `limit`. */
const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let earlier: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = nextRow(a, b, i, row, earlier);
    if (Math.min(...next) > limit) return limit + 1;
    earlier = row;
    row = next;
  }
  return row[b.length] ?? 0;
};

/**
 * The candidate that was probably meant by a misspelt name, if any is near enough: at most one slip in three characters,
 * where a difference in case alone counts least. The first of equally near ones is taken.
 */
export const suggest = (wrong: string, candidates: readonly string[]): string | undefined => {
  if (wrong.length > longest || candidates.length > mostCandidates) return undefined;
  const limit = bound(wrong);
  let best: { readonly name: string; readonly slips: number } | undefined;
  for (const name of candidates) {
    if (name === wrong) continue;
    const slips =
      name.toLowerCase() === wrong.toLowerCase() ? 0.5 : distance(wrong.toLowerCase(), name.toLowerCase(), limit);
    if (slips <= limit && slips < (best?.slips ?? Infinity)) best = { name, slips };
  }
  return best?.name;
};
