import { expect, test } from "vitest";
import { createCollector, type Finding } from "../../generator/diagnostics/collector.js";
import type { DiagnosticCode } from "../../generator/diagnostics/catalog.js";

const start = { offset: 3, line: 1, column: 4 };

const collected = (...findings: readonly (readonly [DiagnosticCode, Finding])[]): readonly string[] => {
  const { report, diagnostics } = createCollector();
  for (const [code, finding] of findings) report(code, finding);
  return diagnostics().map(({ code, message }) => `${code} ${message}`);
};

test("the same finding counts once", () => {
  const finding = { message: "twice", at: { pointer: "/a" } };
  expect(collected(["keyword-invalid", finding], ["keyword-invalid", finding])).toEqual(["keyword-invalid twice"]);
});

test("two findings at one place are two", () => {
  const at = { pointer: "/a" };
  expect(collected(["rule-field-unknown", { message: "x", at }], ["rule-field-unknown", { message: "y", at }])).toHaveLength(2);
});

test("the same finding in two files is two", () => {
  const inFile = (file: string): Finding => ({ message: "empty", place: { file, start, end: start } });
  expect(collected(["file-empty", inFile("a.yaml")], ["file-empty", inFile("b.yaml")])).toHaveLength(2);
});

test("what is wrong with one reference is said once, by the first who finds it", () => {
  const at = { pointer: "/a/$ref" };
  expect(
    collected(["ref-remote-refused", { message: "refused", at }], ["ref-unresolved", { message: "leads nowhere", at }]),
  ).toEqual(["ref-remote-refused refused"]);
});

test("only errors are errors", () => {
  const { report, hasErrors } = createCollector();
  report("format-unknown", { message: "a" });
  expect(hasErrors()).toBe(false);
  report("ref-cycle", { message: "b" });
  expect(hasErrors()).toBe(true);
});
