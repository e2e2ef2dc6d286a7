const msDate = /^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/;
const decimal = /^-?\d+(?:\.\d+)?$/;

/** The place of a value on its line: a number, a decimal string, a `/Date(…)/` or a date by its moment. */
const rank = (value: unknown): number | undefined => {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  const ticks = msDate.exec(value)?.[1];
  if (ticks !== undefined) return Number(ticks);
  const moment = decimal.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(moment) ? undefined : moment;
};

/** False only where both values can be compared and stand in the wrong order; a missing or null one obeys. */
export const inOrder = (earlier: unknown, later: unknown, strict: boolean): boolean => {
  const left = rank(earlier);
  const right = rank(later);
  return left === undefined || right === undefined || (strict ? left < right : left <= right);
};
