/** First and last index of a run of indexes. */
export type Range = readonly [first: number, last: number];

/** rangesOf([0, 1, 2, 5]) ~> [[0, 2], [5, 5]]; the indexes ascend. */
export const rangesOf = (indexes: readonly number[]): readonly Range[] => {
  const ranges: [number, number][] = [];
  for (const index of indexes) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === index - 1) last[1] = index;
    else ranges.push([index, index]);
  }
  return ranges;
};

const isRange = (value: unknown): value is Range =>
  Array.isArray(value) && value.length === 2 && value.every((one) => Number.isSafeInteger(one) && one >= 0) && value[0] <= value[1];

/** The indexes of ranges that were read; undefined for what are no ranges. */
export const indexesIn = (ranges: unknown): readonly number[] | undefined => {
  if (!Array.isArray(ranges) || !ranges.every(isRange)) return undefined;
  return ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
};
