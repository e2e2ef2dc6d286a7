import { describe, expect, test } from "vitest";
import { parseIsoDuration, writeIsoDuration } from "./taxfiling/iso-duration.js";
import { minValue, parseMsDate, writeMsDate } from "./taxfiling/ms-date.js";
import { writeServiceStackJson } from "./taxfiling/servicestack-json.js";

describe("dates of ServiceStack", () => {
  test.each([
    ["/Date(1609459200000+0000)/", { ms: 1_609_459_200_000, kind: "utc" }],
    ["/Date(1609459200000+0200)/", { ms: 1_609_459_200_000, kind: "utc" }],
    ["/Date(1609459200000-0530)/", { ms: 1_609_459_200_000, kind: "utc" }],
    ["/Date(1609459200000-0000)/", { ms: 1_609_459_200_000, kind: "unspecified" }],
    ["/Date(1609459200000)/", { ms: 1_609_459_200_000, kind: "unspecified" }],
    ["/Date(-62135596800000-0000)/", minValue],
    ["/Date(-62135596800000)/", minValue],
    ["/Date(-1+0000)/", { ms: -1, kind: "utc" }],
    ["/Date(0-0000)/", { ms: 0, kind: "unspecified" }],
    ["/Date(253402300799999+0000)/", { ms: 253_402_300_799_999, kind: "utc" }],
  ])("%s", (text, date) => {
    expect(parseMsDate(text)).toEqual(date);
    expect(parseMsDate(JSON.parse(JSON.stringify(text).replaceAll("/", "\\/")) as string)).toEqual(date);
  });

  test.each([
    "/Date(253402300800000+0000)/",
    "/Date(-62135596800001-0000)/",
    "/Date()/",
    "/Date(-)/",
    "/Date(+0000)/",
    "/Date(1.5)/",
    "/Date(1e3)/",
    "/Date(1+00:00)/",
    "/Date(1+0060)/",
    "/Date(1+1500)/",
    "/Date(1 +0000)/",
    "Date(1)",
    "/Date(1)/ ",
    "2021-01-01T00:00:00Z",
    "",
  ])("%j is none", (text) => {
    expect(parseMsDate(text)).toBeUndefined();
  });

  test("are written with the offset of their kind", () => {
    expect(writeMsDate(minValue)).toBe("/Date(-62135596800000-0000)/");
    expect(writeMsDate({ ms: 1, kind: "utc" })).toBe("/Date(1+0000)/");
  });
});

describe("durations of .NET", () => {
  test.each([
    ["PT0S", 0],
    ["PT1.5S", 15_000_000],
    ["PT0.0000001S", 1],
    ["-PT0.25S", -2_500_000],
    ["P1D", 864_000_000_000],
    ["P1DT2H3M4.0000001S", 937_840_000_001],
    ["PT59M", 35_400_000_000],
  ])("%s", (text, ticks) => {
    expect(parseIsoDuration(text)).toBe(ticks);
    expect(writeIsoDuration(ticks)).toBe(text);
  });

  test("need not be in their shortest form", () => {
    expect(parseIsoDuration("PT90M")).toBe(parseIsoDuration("PT1H30M"));
    expect(parseIsoDuration("-PT0S")).toBe(0);
  });

  test.each(["", "P", "-P", "PT", "P1DT", "P1Y", "P1M", "P1W", "PT1.5H", "PT.5S", "PT1.12345678S", "1:00:00", "pt1s", "PT1S "])("%j is none", (text) => {
    expect(parseIsoDuration(text)).toBeUndefined();
  });
});

test("JSON of ServiceStack leaves null out and escapes the slashes of dates only", () => {
  const value = { a: null, b: undefined, c: [null, 1, "/Date(0)/"], d: { escapedText: "/Date(0+0000)/" }, e: { f: null }, g: "å\"", h: false };
  expect(writeServiceStackJson(value)).toBe('{"c":[null,1,"/Date(0)/"],"d":"\\/Date(0+0000)\\/","e":{},"g":"å\\"","h":false}');
});
