import "temporal-polyfill/global";
import type {} from "temporal-polyfill/types/global";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDuration } from "../../../templates/formats/duration.js";
import { isIsoDuration } from "../../../templates/formats/iso-duration.js";
import { isMsDate } from "../../../templates/formats/ms-date.js";
import { isDateTime } from "../../../templates/formats/date-time.js";
import type { Representation, TimeLeaf } from "../../../templates/client/wire/representation.js";
import { wireOf } from "../../../templates/client/wire/wire.js";
import { parseMsDate } from "../../server/taxfiling/ms-date.js";

const shown = (dates: Representation["dates"]): Representation => ({ dates, int64: "number", decimals: "number" });

const there = (leaf: TimeLeaf, dates: Representation["dates"], text: unknown) => wireOf(leaf).decode(text, shown(dates));
const back = (leaf: TimeLeaf, dates: Representation["dates"], value: unknown) => wireOf(leaf).encode(value, shown(dates));

const two = (max: number): fc.Arbitrary<string> => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, "0"));

const offset = fc.oneof(fc.constant("Z"), fc.constant("z"), fc.tuple(fc.constantFrom("+", "-"), two(23), two(59)).map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`));

const day = fc
  .tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);

const fraction = fc.oneof(fc.constant(""), fc.stringMatching(/^\.\d{1,9}$/));

const dateTime = fc.tuple(day, fc.constantFrom("T", "t"), two(23), two(59), two(59), fraction, offset).map(([date, t, h, m, s, f, o]) => `${date}${t}${h}:${m}:${s}${f}${o}`);

const msDate = fc
  .tuple(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), fc.constantFrom("", "+0000", "-0000", "+0200", "-0530"))
  .map(([ms, zone]) => `/Date(${ms}${zone})/`);

const duration = fc
  .tuple(fc.constantFrom("", "-"), fc.nat(99), fc.nat(99), fc.nat(999), fc.integer({ min: 0, max: 9_999_999 }))
  .map(([sign, days, hours, minutes, ticks]) => `${sign}P${days}DT${hours}H${minutes}M${(ticks / 1e7).toFixed(7)}S`);

describe.each(["Date", "Temporal"] as const)("%s", (dates) => {
  test.each<[TimeLeaf, fc.Arbitrary<string>, (text: string) => boolean]>([
    ["date-time", dateTime, isDateTime],
    ["date", day, () => true],
    ["ms-date", msDate, isMsDate],
    ["duration", duration, (text) => isIsoDuration(text) || isDuration(text)],
  ])("%s: what was read is written as it was read", (leaf, texts, isOne) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(isOne(text)).toBe(true);
        const { value, issues } = there(leaf, dates, text);
        expect(issues).toEqual([]);
        expect(typeof value).toBe(dates === "Date" && leaf === "duration" ? "string" : "object");
        expect(back(leaf, dates, value)).toEqual({ value: text, checkable: text, issues: [] });
      }),
      { numRuns: 500 },
    );
  });

  test("date-time is the same moment as for the platform", () => {
    fc.assert(
      fc.property(dateTime, (text) => {
        const value = there("date-time", dates, text).value as Date | Temporal.Instant;
        const ms = value instanceof Date ? value.getTime() : value.epochMilliseconds;
        expect(ms).toBe(Temporal.Instant.from(text.toUpperCase()).epochMilliseconds);
      }),
    );
  });

  test("ms-date is the same moment as for the server, the offset has no say", () => {
    fc.assert(
      fc.property(msDate, (text) => {
        const value = there("ms-date", dates, text).value as Date | Temporal.Instant;
        expect(value instanceof Date ? value.getTime() : value.epochMilliseconds).toBe(parseMsDate(text)?.ms);
      }),
    );
  });

  test("values of a program's own are written so that they are read as the same moment", () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (ms) => {
        const own = dates === "Date" ? new Date(ms) : Temporal.Instant.fromEpochMilliseconds(ms);
        const written = back("ms-date", dates, own).value as string;
        expect(isMsDate(written)).toBe(true);
        expect(parseMsDate(written)?.ms).toBe(ms);
        const iso = back("date-time", dates, own).value as string;
        expect(isDateTime(iso)).toBe(true);
        expect(Date.parse(iso)).toBe(ms);
      }),
    );
  });

  test("DateTime.MinValue has no offset, there and back", () => {
    expect(back("ms-date", dates, dates === "Date" ? new Date(-62_135_596_800_000) : Temporal.Instant.fromEpochMilliseconds(-62_135_596_800_000)).value).toBe("/Date(-62135596800000-0000)/");
  });

  test("year 1 with an offset keeps it", () => {
    expect(back("ms-date", dates, there("ms-date", dates, "/Date(-62135596800000+0000)/").value).value).toBe("/Date(-62135596800000+0000)/");
  });

  test("a leap second is one that the program knows, and is written as it was", () => {
    const value = there("date-time", dates, "2016-12-31T23:59:60Z").value as Date | Temporal.Instant;
    expect(value instanceof Date ? value.toISOString() : value.epochMilliseconds).toBe(value instanceof Date ? "2017-01-01T00:00:00.000Z" : Date.parse("2016-12-31T23:59:59Z"));
    expect(back("date-time", dates, value).value).toBe("2016-12-31T23:59:60Z");
  });

  test.each<[TimeLeaf, unknown]>([
    ["date-time", "2026-02-30T00:00:00Z"],
    ["date-time", "2026-01-01T00:00:00"],
    ["date-time", ""],
    ["date", "2026-1-1"],
    ["ms-date", "/Date(x)/"],
  ])("%s %j stays as it is, and is told", (leaf, text) => {
    const { value, issues } = there(leaf, dates, text);
    expect(value).toBe(text);
    expect(issues).toEqual([{ code: "format", path: [], message: "does not have its format" }]);
  });

  test.each([null, 1, true, undefined, {}, []])("%j is left alone", (value) => {
    expect(there("date-time", dates, value)).toMatchObject({ value, issues: [] });
    expect(back("date-time", dates, value)).toMatchObject({ value, issues: [] });
  });
});

describe("Date", () => {
  test("a changed Date is written as what it is now", () => {
    const date = there("date-time", "Date", "2026-01-01T12:00:00.123456+02:00").value as Date;
    date.setTime(0);
    expect(back("date-time", "Date", date).value).toBe("1970-01-01T00:00:00.000Z");
  });

  test("a day is midnight in UTC and nothing else", () => {
    expect(there("date", "Date", "2026-02-28").value).toEqual(new Date("2026-02-28T00:00:00Z"));
    expect(back("date", "Date", new Date("2026-02-28T00:00:00+01:00")).issues).toEqual([{ code: "format", path: [], message: "must be midnight in UTC: a day has no time" }]);
  });

  test("an invalid Date is told", () => {
    expect(back("date-time", "Date", new Date(Number.NaN)).issues).toEqual([{ code: "format", path: [], message: "must be a valid Date" }]);
  });
});

describe("Temporal", () => {
  test("a day is a PlainDate, a length of time a Duration", () => {
    expect(String(there("date", "Temporal", "2026-02-28").value)).toBe("2026-02-28");
    expect(there("duration", "Temporal", "-PT1.5S").value).toBeInstanceOf(Temporal.Duration);
    expect(back("duration", "Temporal", Temporal.Duration.from({ hours: 26 })).value).toBe("PT26H");
  });

  test("nanoseconds are kept", () => {
    const value = there("date-time", "Temporal", "2026-01-01T00:00:00.123456789Z").value as Temporal.Instant;
    expect(value.epochNanoseconds % 1_000_000_000n).toBe(123_456_789n);
    expect(back("date-time", "Temporal", value.add({ nanoseconds: 1 })).value).toBe("2026-01-01T00:00:00.12345679Z");
  });

  test("a value of another kind is told", () => {
    expect(back("date-time", "Temporal", Temporal.PlainDate.from("2026-01-01")).issues).toEqual([{ code: "format", path: [], message: "must be a Temporal.Instant" }]);
  });
});
