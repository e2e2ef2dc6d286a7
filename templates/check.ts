/** A JSON object: no array, no null. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An own property's value, for names that every object inherits (`constructor`, `__proto__`, …). */
export const own = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/** Length in code points, as JSON Schema counts (2020-12 validation §6.3.1); a lone surrogate counts as one. */
const codePoints = (text: string): number => {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit < 0xdc00 && index + 1 < text.length) {
      const next = text.charCodeAt(index + 1);
      if (next >= 0xdc00 && next < 0xe000) index++;
    }
    count++;
  }
  return count;
};

/** At most `limit` code points. Counted only between `limit` and twice as many UTF-16 units. */
export const fits = (text: string, limit: number): boolean =>
  text.length <= limit || (text.length <= 2 * limit && codePoints(text) <= limit);

/** At least `limit` code points. */
export const reaches = (text: string, limit: number): boolean =>
  text.length >= limit && (text.length >= 2 * limit || codePoints(text) >= limit);

/** Divisible up to the rounding of decimal fractions: 0.3 is a multiple of 0.1. */
export const isMultipleOf = (value: number, divisor: number): boolean => {
  const quotient = value / divisor;
  if (Number.isInteger(quotient)) return true;
  if (!Number.isFinite(quotient)) return value % divisor === 0;
  // both numbers and their quotient are rounded once
  return !Number.isInteger(divisor) && Math.abs(quotient - Math.round(quotient)) <= 2 * Number.EPSILON * Math.abs(quotient);
};

/** Number of properties; one that is present with the value undefined is none in JSON and does not count. */
export const sizeOf = (value: Readonly<Record<string, unknown>>): number => {
  let size = 0;
  for (const key of Object.keys(value)) if (value[key] !== undefined) size++;
  return size;
};

/** Deep equality of JSON values (2020-12 core §4.2.2): key order does not matter, 1 and 1.0 are one number. */
export const equals = (left: unknown, right: unknown): boolean => {
  if (left === right) return true;
  if (Array.isArray(left))
    return Array.isArray(right) && left.length === right.length && left.every((item, index) => equals(item, right[index]));
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left).filter((key) => left[key] !== undefined);
  return keys.length === sizeOf(right) && keys.every((key) => Object.hasOwn(right, key) && equals(left[key], right[key]));
};

/** Text that is the same for equal JSON values only. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value === 0 ? 0 : value) ?? "undefined";
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(",")}}`;
};

/** The indexes of the first two equal items, or undefined. Linear in the size of the array. */
export const firstRepeat = (items: readonly unknown[]): readonly [number, number] | undefined => {
  const seen = new Map<unknown, number>();
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    const key = typeof item === "object" && item !== null ? canonical(item) : typeof item === "string" ? `"${item}` : item;
    const first = seen.get(key);
    if (first !== undefined) return [first, index];
    seen.set(key, index);
  }
  return undefined;
};
