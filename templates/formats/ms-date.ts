const pattern = /^\/Date\(-?\d{1,15}(?:[+-](?:[01]\d|2[0-3])[0-5]\d)?\)\/$/;

/**
 * Whether `value` is a point in time as ServiceStack and older Microsoft services write it: `/Date(ms)/` or
 * `/Date(ms±hhmm)/`, milliseconds since 1970 (`DateHandler.TimestampOffset` of ServiceStack.Text). 15 digits reach the last
 * year of .NET and stay inside the range of a JavaScript `Date`.
 */
export function isMsDate(value: string): boolean {
  return pattern.test(value);
}
