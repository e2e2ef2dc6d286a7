import type { Group } from "../statement.js";

/** The same for the same names in whatever order. */
export const namesKey = (names: readonly string[]): string => JSON.stringify(names.toSorted());

/** The names of groups that are single fields each; undefined where a group has more. */
export const singles = (groups: readonly Group[]): readonly string[] | undefined => (groups.every(({ length }) => length === 1) ? groups.flat() : undefined);

/** The two fields of which a statement says only that one excludes the other. */
export const pairOf = (groups: readonly Group[]): readonly [string, string] | undefined => {
  const [one, other, ...more] = singles(groups) ?? [];
  return one === undefined || other === undefined || more.length > 0 ? undefined : [one, other];
};
