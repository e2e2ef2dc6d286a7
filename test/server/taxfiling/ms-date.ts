/**
 * A point in time of ServiceStack: milliseconds since 1970 in UTC. `utc` came with an offset, `unspecified` with `-0000`
 * or without one, which are .NET's two kinds of DateTime that survive the way over the wire.
 */
export interface MsDate {
  readonly ms: number;
  readonly kind: "utc" | "unspecified";
}

/** 0001-01-01T00:00:00, which .NET takes for "no date". */
export const minValue: MsDate = { ms: -62_135_596_800_000, kind: "unspecified" };

/** 9999-12-31T23:59:59.999, the last millisecond of .NET. */
const maxMs = 253_402_300_799_999;

const opening = "/Date(";
const closing = ")/";

const isDigits = (text: string): boolean => text !== "" && [...text].every((digit) => digit >= "0" && digit <= "9");

/** `+0200`, `-0530`, `-0000`: a sign, two digits of hours, two of minutes. */
const isOffset = (text: string): boolean => {
  const digits = text.slice(1);
  return "+-".includes(text.charAt(0)) && digits.length === 4 && isDigits(digits) && Number(digits.slice(0, 2)) <= 14 && Number(digits.slice(2)) < 60;
};

/**
 * Reads `/Date(1609459200000+0000)/`, with or without an offset. The number before the offset is in UTC whatever the offset
 * says. `/` and the escaped `\/` are the same once JSON is parsed. Undefined for anything else, also for ISO 8601, which a
 * real ServiceStack would take as well: the description promises this form only.
 */
export const parseMsDate = (text: string): MsDate | undefined => {
  if (!text.startsWith(opening) || !text.endsWith(closing)) return undefined;
  const inner = text.slice(opening.length, -closing.length);
  // the sign of the number is at 0, so a later sign begins the offset
  const sign = Math.max(inner.lastIndexOf("+"), inner.lastIndexOf("-"));
  const [number, offset] = sign > 0 ? [inner.slice(0, sign), inner.slice(sign)] : [inner, undefined];
  if (!isDigits(number.startsWith("-") ? number.slice(1) : number) || (offset !== undefined && !isOffset(offset))) return undefined;
  const ms = Number(number);
  if (ms < minValue.ms || ms > maxMs) return undefined;
  return { ms, kind: offset === undefined || offset === "-0000" ? "unspecified" : "utc" };
};

/** As a server in UTC writes it. The slashes become `\/` when the JSON is written. */
export const writeMsDate = ({ ms, kind }: MsDate): string => `${opening}${ms}${kind === "utc" ? "+0000" : "-0000"}${closing}`;
