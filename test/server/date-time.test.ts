import { describe, expect, test } from "vitest";
import { shownDateTime, storedDate, storedDateTime } from "./django/date-time.js";

describe("times, as Django reads them", () => {
  test.each([
    ["2026-01-31T12:00:00Z", "2026-01-31T12:00:00.000000Z"],
    ["2026-01-31 12:00:00Z", "2026-01-31T12:00:00.000000Z"],
    ["2026-01-31T12:00:00.5+01:00", "2026-01-31T11:00:00.500000Z"],
    ["2026-01-01T00:30:00+0100", "2025-12-31T23:30:00.000000Z"],
    ["2026-01-31T12:00:00.1234567Z", "2026-01-31T12:00:00.123456Z"],
    ["2026-01-31T12:00-05:30", "2026-01-31T17:30:00.000000Z"],
    ["2026-01-31T12:00:00", "2026-01-31T12:00:00.000000Z"],
    ["2026-01-31", "2026-01-31T00:00:00.000000Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z"],
    ["9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"],
  ])("%s", (text, stored) => {
    expect(storedDateTime(text)).toBe(stored);
  });

  test.each([
    "2026-02-29T00:00:00Z",
    "2026-01-31T24:00:00Z",
    "2026-01-31T23:60:00Z",
    "2026-13-01T00:00:00Z",
    // a plus sign that was not encoded is a space
    "2026-01-31T12:00:00 01:00",
    "0001-01-01T00:00:00+01:00",
    "9999-12-31T23:59:59-01:00",
    "0000-01-01T00:00:00Z",
    "2026-01-31T12:00:00Zx",
    "",
    "1767225600",
  ])("%s is none", (text) => {
    expect(storedDateTime(text)).toBeUndefined();
  });

  test("are written with six digits of a second or none", () => {
    expect(shownDateTime("2026-01-31T12:00:00.000000Z")).toBe("2026-01-31T12:00:00Z");
    expect(shownDateTime("2026-01-31T12:00:00.120000Z")).toBe("2026-01-31T12:00:00.120000Z");
  });

  test("dates are days of the calendar", () => {
    expect(storedDate("2024-02-29")).toBe("2024-02-29");
    expect(storedDate("2026-2-3")).toBe("2026-02-03");
    expect(storedDate("2023-02-29")).toBeUndefined();
    expect(storedDate("2026-01-31T00:00:00Z")).toBeUndefined();
  });
});
