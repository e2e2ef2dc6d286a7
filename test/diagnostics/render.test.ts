import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import type { Place } from "../../generator/diagnostics/place.js";
import { renderAll, renderDiagnostic, sortDiagnostics } from "../../generator/diagnostics/render.js";
import { createPlacer } from "../../generator/source/placer.js";

/** A finding at the first occurrence of `part` in a text. */
const finding = (text: string, part: string, more: Partial<Diagnostic> = {}): Diagnostic => {
  const start = text.indexOf(part);
  const place = createPlacer({ path: "a.yaml", text })(start, start + part.length);
  return { code: "yaml-syntax", severity: "error", message: "wrong", notes: [], place, ...more };
};

const render = (text: string, diagnostic: Diagnostic, color = false): string =>
  renderDiagnostic(diagnostic, { locate: () => undefined, textOf: () => text, color });

const lines = (text: string, part: string): readonly string[] => render(text, finding(text, part)).split("\n").slice(1);

const loneSurrogate = /[\uD800-\uDFFF]/u;

describe("the excerpt", () => {
  test("shows the line before and after, with carets under the place", () => {
    expect(lines("one\ntwo three\nfour\nfive\n", "three")).toEqual(["  1 | one", "  2 | two three", "    |     ^^^^^", "  3 | four"]);
  });

  test("has one caret for an empty place and none past the end of the line", () => {
    const text = "ab\ncd\nef\n";
    const at = (start: number, end: number): readonly string[] =>
      render(text, finding(text, "ab", { place: createPlacer({ path: "a.yaml", text })(start, end) })).split("\n");
    expect(at(4, 4)).toContain("    |  ^");
    expect(at(3, 8)).toContain("    | ^^");
    expect(at(9, 9)).toContain("    | ^");
  });

  test("keeps the numbers of 9 and 10 in one column", () => {
    const text = "\n".repeat(8) + "nine\nten\n";
    expect(lines(text, "nine")).toEqual(["   8 |", "   9 | nine", "     | ^^^^", "  10 | ten"]);
  });

  test("puts the caret in the right column behind tabs", () => {
    expect(lines("a\tb\tfault", "fault")).toEqual(["  1 | a   b   fault", "    |         ^^^^^"]);
  });

  test("counts wide characters as two columns and combining ones as none", () => {
    expect(lines("名前: fault", "fault")).toEqual(["  1 | 名前: fault", "    |       ^^^^^"]);
    expect(lines("e\u0301: fault", "fault")).toEqual(["  1 | e\u0301: fault", "    |    ^^^^^"]);
    expect(lines("👍: fault", "fault")).toEqual(["  1 | 👍: fault", "    |     ^^^^^"]);
    expect(lines("a: 名前", "名前")).toEqual(["  1 | a: 名前", "    |    ^^^^"]);
  });

  test("shows no carriage return of CRLF and counts columns without it", () => {
    expect(lines("one\r\ntwo\r\nthree\r\n", "two")).toEqual(["  1 | one", "  2 | two", "    | ^^^", "  3 | three"]);
    expect(render("one\r\ntwo\r\n", finding("one\r\ntwo\r\n", "two"))).toMatch(/^a\.yaml:2:1 /);
  });

  test("cuts a minified file around the place", () => {
    const text = `{${'"a":"b",'.repeat(20_000)}"fault":1}`;
    const [shown = "", carets = ""] = lines(text, '"fault"');
    expect(shown.length).toBeLessThan(150);
    expect(shown).toMatch(/^ {2}1 \| ….*"fault":1\}$/);
    expect(shown.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe('"fault"');
  });

  test("shows each of very many findings in one line of megabytes, in their true columns", () => {
    const part = '"a":"b",';
    const text = `{${part.repeat(300_000)}"fault":1}`;
    const place = createPlacer({ path: "a.json", text });
    const count = 20_000;
    const findings = Array.from({ length: count }, (_, index) => {
      const start = 1 + index * 15 * part.length;
      return finding(text, "{", { place: place(start, start + 3), message: String(index) });
    });
    // a search of the whole line for each would take longer than a test may
    const shown = renderAll(findings, Infinity, { locate: () => undefined, textOf: () => text, color: false }).split("\n\n");
    expect(shown).toHaveLength(count);
    expect(shown.at(-1)).toMatch(/^a\.json:1:2399882 /);
    for (const one of shown.slice(1)) {
      const [, line = "", carets = ""] = one.split("\n");
      expect(line.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe('"a"');
    }
  });

  test("shows lines beside a long one only where it is shown from its beginning", () => {
    const text = `first\n${"x ".repeat(100)}fault\nlast\n`;
    expect(lines(text, "fault")).toEqual([expect.stringMatching(/^ {2}2 \| …[x ]+fault$/), expect.stringMatching(/^ {4}\| +\^{5}$/)]);
  });

  test("hides users and passwords of URLs, and queries of references, in columns of the same width", () => {
    expect(lines('a: "https://me:secret@example.org/a?b=c" # fault', "fault")[0]).toBe('  1 | a: "https://*********@example.org/a?b=c" # fault');
    const text = `$ref: "https://example.org/${"a".repeat(200)}?key=${"secret".repeat(20)}#/A" # fault`;
    const [line = "", carets = ""] = lines(text, "fault");
    expect(line).not.toContain("secret");
    expect(line.slice(carets.indexOf("^"))).toBe("fault");
  });

  test("cuts no character in two", () => {
    const text = `${"👍".repeat(100)}x${"👍".repeat(100)}`;
    expect(render(text, finding(text, "x"))).not.toMatch(loneSurrogate);
    expect(render(`a${text}`, finding(`a${text}`, "x"))).not.toMatch(loneSurrogate);
  });

  test("is left out where the file cannot be shown", () => {
    const diagnostic = finding("a", "a");
    expect(renderDiagnostic(diagnostic, { locate: () => undefined, textOf: () => undefined, color: false })).toBe(
      "a.yaml:1:1 error yaml-syntax wrong",
    );
  });
});

/** Escape, cursor, bell, line ends, C1, direction marks, byte order mark, tags, lone surrogate. */
const hostile = [..."\u001B\u0007\b\r\u0085\u009B\u2028\u202E\u2066\u200F\uFEFF\u{E0041}\u007F\u0000"].concat("\uD800");

describe("text from the description", () => {
  test.each(hostile.map((character) => [`U+${(character.codePointAt(0) ?? 0).toString(16)}`, character] as const))(
    "%s does not reach the terminal, from wherever it comes",
    (_, character) => {
      const text = `key: a${character}[31mred\nnext: fault${character}\n`;
      const shown = render(
        text,
        finding(text, "fault", {
          message: `about ${character}[2J`,
          hint: `did you mean ${character}?`,
          notes: [{ message: `see ${character}`, place: { ...(finding(text, "key").place as Place), file: `b${character}.yaml` } }],
        }),
      );
      expect(shown).not.toContain(character);
      expect(shown).not.toMatch(loneSurrogate);
      expect(shown.split("\n")).toHaveLength(6);
    },
  );

  test("shows control characters as pictures, so that the caret stays where it belongs", () => {
    expect(lines("a\u001B[31m: fault", "fault")).toEqual(["  1 | a␛[31m: fault", "    |         ^^^^^"]);
  });

  test("does not break the lines of a message, and cuts one of any length", () => {
    const shown = render("a", finding("a", "a", { message: `x\ny${"z".repeat(10_000)}` }));
    expect(shown.split("\n")[0]).toMatch(/x␊yz+…$/);
    expect(shown.length).toBeLessThan(2_200);
  });
});

test("colours are those of the severity, and only where they are asked for", () => {
  const text = "a: fault\n";
  expect(render(text, finding(text, "fault"))).not.toContain("\u001B");
  const shown = render(text, finding(text, "fault", { severity: "warning", notes: [{ message: "n" }], hint: "h" }), true);
  expect(shown).toBe(
    [
      "\u001B[1ma.yaml:1:4\u001B[0m \u001B[1;33mwarning\u001B[0m \u001B[2myaml-syntax\u001B[0m wrong",
      "\u001B[2m  1 | a: fault\u001B[0m",
      "\u001B[1;33m    |    ^^^^^\u001B[0m",
      "  \u001B[1mnote:\u001B[0m n",
      "  \u001B[1mhint:\u001B[0m h",
    ].join("\n"),
  );
});

test("diagnostics are sorted by file, place and code; those without a place come first", () => {
  const at = (file: string, offset: number, code: Diagnostic["code"]): Diagnostic => {
    const start = { offset, line: 1, column: offset + 1 };
    return { ...finding("a", "a"), code, place: { file, start, end: start } };
  };
  const { place: _, ...placeless } = at("", 0, "file-missing");
  const sorted = [
    placeless,
    at("a.yaml", 2, "ref-cycle"),
    at("a.yaml", 10, "format-unknown"),
    at("a.yaml", 10, "ref-cycle"),
    at("b.yaml", 1, "ref-cycle"),
  ];
  expect(sortDiagnostics(sorted.toReversed(), () => undefined)).toEqual(sorted);
});
