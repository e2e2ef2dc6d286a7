import { expect, test } from "vitest";
import { findChromium } from "./support/find-chromium.js";

test("without a browser the tests are skipped, unless they are required", () => {
  expect(findChromium({ PATH: "/nowhere" })).toBeUndefined();
  expect(findChromium({})).toBeUndefined();
  expect(() => findChromium({ PATH: "/nowhere", BROWSER_TESTS: "required" })).toThrow(/there is no Chromium\. Install/);
});

test("a browser that is named is used, or missed", () => {
  expect(findChromium({ PATH: "/nowhere", CHROMIUM: process.execPath })).toBe(process.execPath);
  expect(() => findChromium({ CHROMIUM: "/nowhere/chromium" })).toThrow(/names \/nowhere\/chromium/);
});
