const day = String.raw`(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})`;
const clock = String.raw`(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,6})\d{0,6})?)?`;
const zone = String.raw`(?<zone>Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)`;
const pattern = new RegExp(String.raw`^${day}(?:[Tt ]${clock}\s*${zone}?)?$`);

type Parts = Readonly<Record<string, string | undefined>>;

const minutesOf = (zone: string | undefined): number => {
  if (zone === undefined || zone === "Z") return 0;
  const digits = zone.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || "0");
  return zone.startsWith("-") ? -minutes : minutes;
};

/** Milliseconds of a time in UTC, undefined where the calendar has no such day or the clock no such time. */
const utcOf = (parts: Parts): number | undefined => {
  const [year, month, day, hour, minute, second] = ["year", "month", "day", "hour", "minute", "second"].map((name) => Number(parts[name] ?? "0"));
  const date = new Date(0);
  date.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day ?? 0);
  date.setUTCHours(hour ?? 0, minute ?? 0, second ?? 0);
  const same = date.getUTCFullYear() === year && date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
  return same && (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) < 60 ? date.getTime() : undefined;
};

/**
 * A point in time as the table keeps it, `2026-01-31T12:00:00.123456Z`: always in UTC and always 27 characters, so that the
 * order of the texts is that of the times. Reads the forms of Django's `datetime_re` and, as `DateTimeField` does, a date
 * alone as its midnight; a time without a zone is in UTC, which is Django's default TIME_ZONE of a server in UTC.
 * Undefined for anything else.
 */
export const storedDateTime = (text: string): string | undefined => {
  const groups: Parts | undefined = pattern.exec(text)?.groups;
  const utc = groups === undefined || Number(groups["year"]) < 1 ? undefined : utcOf(groups);
  if (groups === undefined || utc === undefined) return undefined;
  const shifted = new Date(utc - minutesOf(groups["zone"]) * 60_000);
  const seconds = shifted.toISOString().slice(0, 19);
  const fraction = (groups["fraction"] ?? "").padEnd(6, "0");
  return /^\d{4}-/.test(seconds) && !seconds.startsWith("0000") ? `${seconds}.${fraction}Z` : undefined;
};

/** As Django REST framework writes it: six digits of a second, or none. `2026-01-31T12:00:00Z` */
export const shownDateTime = (stored: string): string => stored.replace(".000000Z", "Z");

/** A date of the calendar, `2026-01-31`; undefined for anything else. */
export const storedDate = (text: string): string | undefined => {
  if (!/^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) return undefined;
  return storedDateTime(text)?.slice(0, 10);
};
