/** 29 February appears apart: its year is a multiple of 4 that no century spoils, or a multiple of 400. */
const pattern =
  /^(?:\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/;

/** Whether `value` is a day that the calendar has: `full-date` of RFC 3339, section 5.6. */
export function isDate(value: string): boolean {
  return pattern.test(value);
}
