import { describe, expect, test } from "vitest";
import { createCollector } from "../../generator/diagnostics/collector.js";
import { catalog } from "../../generator/diagnostics/catalog.js";
import { isCode, mayBeRelaxed } from "../../generator/diagnostics/levels.js";
import { shownUri } from "../../generator/diagnostics/shown-uri.js";

describe("levels of a configuration", () => {
  const collected = createCollector(new Map([["format-unknown", "error"], ["keyword-ignored", "off"], ["yaml-duplicate-key", "warning"]] as const));
  for (const code of ["format-unknown", "keyword-ignored", "yaml-duplicate-key", "pattern-slow"] as const) collected.report(code, { message: "x" });

  test("go before those of the catalogue", () => {
    expect(collected.diagnostics().map(({ code, severity }) => [code, severity])).toEqual([
      ["format-unknown", "error"],
      ["yaml-duplicate-key", "warning"],
      ["pattern-slow", "warning"],
    ]);
    expect(collected.hasErrors()).toBe(true);
  });

  test("what is off is no error", () => {
    const { report, hasErrors } = createCollector(new Map([["json-duplicate-key", "off"]] as const));
    report("json-duplicate-key", { message: "x" });
    expect(hasErrors()).toBe(false);
  });

  test("only errors that leave the description whole may be relaxed", () => {
    const relaxed = Object.keys(catalog).filter((code) => isCode(code) && catalog[code].severity === "error" && mayBeRelaxed(code));
    expect(relaxed.sort()).toEqual(["json-duplicate-key", "yaml-duplicate-key"]);
  });
});

test.each([
  ["https://me:pw@example.org/a.yaml?key=1#/A", "https://example.org/a.yaml?…#/A"],
  ["//me@example.org/a", "//example.org/a"],
  ["https://example.org/a@b.yaml", "https://example.org/a@b.yaml"],
  ["./pets.yaml#/Pet", "./pets.yaml#/Pet"],
])("%s is shown as %s", (uri, shown) => {
  expect(shownUri(uri)).toBe(shown);
});
