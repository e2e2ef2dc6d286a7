const pattern = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * Whether `value` is a time of day with its offset: `full-time` of RFC 3339, section 5.6. Second 60 is a leap second,
 * which only the last minute of a day in UTC has (section 5.7): the second before it must be 23:59:59 there.
 */
export function isTime(value: string): boolean {
  return (
    pattern.test(value) &&
    (value[6] !== "6" ||
      (Date.parse("2000-01-01T" + value.toUpperCase().replace(/:60\.?\d*/, ":59")) + 1e3) % 864e5 === 0)
  );
}
