/**
 * How many levels deep a value is followed where its schema is recursive, and where values are compared: far deeper than
 * JSON is nested in practice, and far from the end of the stack.
 */
export const maxDepth = 500;

/** A JSON object: no array, no null. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An own property's value, for names that every object inherits (`constructor`, `__proto__`, …). */
export const own = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/** Length in code points, as JSON Schema counts (2020-12 validation §6.3.1); a lone surrogate counts as one. */
const codePoints = (text: string): number => {
  let count = 0;
  for (let at = 0; at < text.length; count++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return count;
};

/** At most `limit` code points. Counted only between `limit` and twice as many UTF-16 units. */
export const fits = (text: string, limit: number): boolean =>
  text.length <= limit || (text.length <= 2 * limit && codePoints(text) <= limit);

/** At least `limit` code points. */
export const reaches = (text: string, limit: number): boolean =>
  text.length >= limit && (text.length >= 2 * limit || codePoints(text) >= limit);

/**
 * For patterns that repeat a group without bound. The engine keeps every round of it and gives up on many millions of them:
 * such a text matches nothing.
 */
export const matchesPattern = (pattern: RegExp, text: string): boolean => {
  try {
    return pattern.test(text);
  } catch {
    return false;
  }
};

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

/** Compared level by level: neither values without JSON, such as a Date, nor levels below the limit equal another. */
const equalsAt = (left: unknown, right: unknown, depth: number): boolean => {
  if (left === right) return true;
  if (depth > maxDepth) return false;
  if (Array.isArray(left))
    return (
      Array.isArray(right) && left.length === right.length && left.every((item, index) => equalsAt(item, right[index], depth + 1))
    );
  if (!isPlain(left) || !isPlain(right)) return false;
  const keys = Object.keys(left).filter((key) => left[key] !== undefined);
  return (
    keys.length === sizeOf(right) &&
    keys.every((key) => Object.hasOwn(right, key) && equalsAt(left[key], right[key], depth + 1))
  );
};

/** An object whose members are all there is to it. */
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) && Object.prototype.toString.call(value) === "[object Object]";

/** Deep equality of JSON values (2020-12 core §4.2.2): key order does not matter, 1 and 1.0 are one number. */
export const equals = (left: unknown, right: unknown): boolean => equalsAt(left, right, 0);

/** Text that is the same for equal JSON values only; undefined for what holds no JSON, or too many levels of it. */
export const canonical = (value: unknown, depth = 0): string | undefined => {
  if (typeof value !== "object" || value === null)
    return typeof value === "bigint" ? undefined : (JSON.stringify(value === 0 ? 0 : value) ?? "undefined");
  if (depth > maxDepth) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, depth + 1));
    return items.includes(undefined) ? undefined : `[${items.join(",")}]`;
  }
  if (!isPlain(value)) return undefined;
  let text = "";
  for (const key of Object.keys(value).sort()) {
    if (value[key] === undefined) continue;
    const member = canonical(value[key], depth + 1);
    if (member === undefined) return undefined;
    text += `${JSON.stringify(key)}:${member},`;
  }
  return `{${text}}`;
};

/** The indexes of the first two equal items, or undefined. Linear in the size of the array. */
export const firstRepeat = (items: readonly unknown[]): readonly [number, number] | undefined => {
  const seen = new Map<unknown, number>();
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    const key = typeof item === "object" && item !== null ? (canonical(item) ?? item) : typeof item === "string" ? `"${item}` : item;
    const first = seen.get(key);
    if (first !== undefined) return [first, index];
    seen.set(key, index);
  }
  return undefined;
};
