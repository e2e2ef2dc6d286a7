import { type Change, changeClasses } from "../change.js";

/** ~> "2 breaking for callers, 1 compatible" */
export const tallyOf = (changes: readonly Pick<Change, "class">[]): string =>
  changeClasses
    .map((name) => ({ name, count: changes.filter((change) => change.class === name).length }))
    .flatMap(({ name, count }) => (count === 0 ? [] : [`${count} ${name}`]))
    .join(", ");
