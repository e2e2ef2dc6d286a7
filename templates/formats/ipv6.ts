/**
 * Eight groups, or `::` between fewer; an IPv4 ending takes the room of the last two. `::` stands for at least one group,
 * so the look-ahead refuses a seventh group that an eighth or the dot of an octet follows.
 */
const pattern =
  /^(?:(?:[\da-f]{1,4}:){6}(?:[\da-f]{1,4}:[\da-f]{1,4}|(?:(?:25[0-5]|(?:2[0-4]|1\d|[1-9])?\d)(?:\.\b|$)){4})|(?!(?::*\w+\b){7}(?:\.|:*\w))(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?::(?:(?:[\da-f]{1,4}:)*(?:[\da-f]{1,4}|(?:(?:25[0-5]|(?:2[0-4]|1\d|[1-9])?\d)(?:\.\b|$)){4}))?)$/i;

/** Whether `value` is an IPv6 address without zone: RFC 4291, section 2.2. */
export function isIpv6(value: string): boolean {
  return value.length < 46 && pattern.test(value);
}
