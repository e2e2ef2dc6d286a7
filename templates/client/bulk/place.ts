import type { Place } from "./table.js";

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

/** What stands at a place of a value; undefined where nothing does. */
export const valueAt = (value: unknown, place: Place): unknown => place.reduce(memberOf, value);

/** `base` with `value` at the place, whose objects are made where they are missing. */
export const withValueAt = (base: unknown, place: Place, value: unknown): unknown => {
  const [first, ...rest] = place;
  if (first === undefined) return value;
  const members = typeof base === "object" && base !== null ? base : {};
  // a computed key: `__proto__` is a name like others
  return { ...members, [first]: withValueAt(memberOf(members, first), rest, value) };
};
