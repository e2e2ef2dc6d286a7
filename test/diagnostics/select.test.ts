import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { renderAll } from "../../generator/diagnostics/render.js";
import { select } from "../../generator/diagnostics/select.js";

const at = (line: number, more: Partial<Diagnostic> = {}): Diagnostic => {
  const start = { offset: line, line, column: 1 };
  return { code: "format-unknown", severity: "warning", message: `at ${line}`, notes: [], place: { file: "a.yaml", start, end: start }, ...more };
};

const lines = (count: number, more: Partial<Diagnostic> = {}, from = 1): readonly Diagnostic[] =>
  Array.from({ length: count }, (_, index) => at(from + index, more));

const render = (diagnostics: readonly Diagnostic[], most: number): string =>
  renderAll(diagnostics, most, { locate: () => undefined, textOf: () => undefined, color: false });

describe("of many findings", () => {
  test("errors are chosen before warnings, and stand where their places are", () => {
    const error = at(90, { severity: "error", code: "ref-unresolved" });
    const { shown, hidden } = select([...lines(80), error, ...lines(9, {}, 91)], 3);
    expect(shown.map(({ first }) => first.place?.start.line)).toEqual([1, 2, 90]);
    expect(hidden).toHaveLength(87);
  });

  test("codes take turns, so that one does not hide another", () => {
    const { shown } = select([...lines(100), at(200, { code: "keyword-ignored" }), at(201, { code: "pattern-slow" })], 4);
    expect(shown.map(({ first }) => first.code)).toEqual(["format-unknown", "format-unknown", "keyword-ignored", "pattern-slow"]);
  });

  test("the rest is counted by severity and code", () => {
    const all = [...lines(60), ...lines(2, { code: "ref-unresolved", severity: "error" }, 61)];
    expect(render(all, 1)).toMatch(/\n\n… and 1 error, 60 warnings more: format-unknown 60, ref-unresolved 1; --max-diagnostics 0 shows all\n$/);
    expect(render(all, Infinity)).not.toContain("…");
    expect(render(all, 62)).not.toContain("…");
  });
});

describe("findings that say the same", () => {
  test("stand alone up to three, and are one from four on", () => {
    const same = { message: "same" };
    expect(select(lines(3, same), 50).shown).toHaveLength(3);
    expect(render(lines(4, same), 50)).toBe(
      "a.yaml:1:1 warning format-unknown same\n  note: the same at a.yaml:2:1, a.yaml:3:1, a.yaml:4:1\n",
    );
    expect(render(lines(8, same), 50)).toContain("a.yaml:6:1 and 2 other places\n");
  });

  test("are not one with another code, hint or severity, nor with notes of their own", () => {
    const same = { message: "same" };
    expect(select([...lines(2, same), ...lines(2, { ...same, hint: "x" }), ...lines(2, { ...same, severity: "error" })], 50).shown).toHaveLength(6);
    expect(select(lines(5, { ...same, notes: [{ message: "here" }] }), 50).shown).toHaveLength(5);
  });

  test("count as one for the limit, and each in the rest", () => {
    const { shown, hidden } = select([...lines(100, { message: "same" }), at(101), ...lines(10, { message: "other" }, 110)], 2);
    expect(shown.map(({ others }) => others.length)).toEqual([99, 0]);
    expect(hidden).toHaveLength(10);
  });
});
