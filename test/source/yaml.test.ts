import { describe, expect, test } from "vitest";
import { toPlain } from "../../generator/source/to-plain.js";
import { read, valueOf } from "./support/read.js";

const plain = (text: string): unknown => toPlain(valueOf(text));

/** The one diagnostic of a text that cannot be used. */
const fault = (text: string, path?: string): string => {
  const { read: found, diagnostics } = read(text, path);
  expect(found).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  return diagnostics.join();
};

describe("values", () => {
  test.each<[string, unknown]>([
    ["a: yes", { a: "yes" }],
    ["a: no\nb: off", { a: "no", b: "off" }],
    ["a: true\nb: False", { a: true, b: false }],
    ["a: ~\nb:\nc: null", { a: null, b: null, c: null }],
    ["a: 3.10", { a: 3.1 }],
    ["a: 010\nb: 0o10\nc: 0x10", { a: 10, b: 8, c: 16 }],
    ["a: 2024-01-31", { a: "2024-01-31" }],
    ["a: 12:30", { a: "12:30" }],
    ["a: |\n  one\n  two\n", { a: "one\ntwo\n" }],
    ["a: >-\n  one\n  two\n", { a: "one two" }],
    ["'a b': \"\\u00e9\\n\"", { "a b": "é\n" }],
    ["- [1, {a: b}]\n-\n", [[1, { a: "b" }], null]],
    ["{ a: 1, b: [c, d], }", { a: 1, b: ["c", "d"] }],
    ["a: '🐈'", { a: "🐈" }],
    ["%YAML 1.2\n---\na: 1\n...\n", { a: 1 }],
    ["\r\na: 1\r\nb:\r\n  c: 2\r\n", { a: 1, b: { c: 2 } }],
  ])("%j", (text, value) => {
    expect(plain(text)).toEqual(value);
  });

  test("too great for a number", () => {
    expect(plain("a: 1e999\nb: .inf\nc: .nan")).toEqual({ a: Infinity, b: Infinity, c: NaN });
  });
});

describe("keys", () => {
  test("are the text that is written, in the order in which it is written", () => {
    const text = "200: a\n1.10: b\non: c\ntrue: d\n0x1F: e\n2024-01-31: f\n404: g\n1: h\n";
    expect([...(valueOf(text) as ReadonlyMap<string, string>).keys()]).toEqual([
      "200",
      "1.10",
      "on",
      "true",
      "0x1F",
      "2024-01-31",
      "404",
      "1",
    ]);
  });

  test("can be empty, null or special", () => {
    expect([...(valueOf("'': a\n__proto__: c\nconstructor: d\n") as ReadonlyMap<string, string>).keys()]).toEqual([
      "",
      "__proto__",
      "constructor",
    ]);
    expect(plain(": a\n")).toEqual({ "": "a" });
    expect(plain("~: a\n")).toEqual({ "~": "a" });
  });

  test("written twice are named with both places, all of them", () => {
    const { read: found, diagnostics } = read("a: 1\nb: { c: 1, c: 2 }\n'a': 3\n200: x\n'200': y\n");
    expect(found?.value).toBeInstanceOf(Map);
    expect(diagnostics).toEqual([
      'a.yaml:2:12 yaml-duplicate-key the key "c" is written twice [a.yaml:2:6 first written here]',
      'a.yaml:3:1 yaml-duplicate-key the key "a" is written twice [a.yaml:1:1 first written here]',
      'a.yaml:5:1 yaml-duplicate-key the key "200" is written twice [a.yaml:4:1 first written here]',
    ]);
  });
});

describe("aliases", () => {
  test("stand for the value of their anchor", () => {
    expect(plain("a: &x { b: [1] }\nc: *x\nd: [*x]\n")).toEqual({ a: { b: [1] }, c: { b: [1] }, d: [{ b: [1] }] });
    expect(plain("&k key: 1\nother: *k\n")).toEqual({ key: 1, other: "key" });
    expect(plain("a: &x 1\nb: &x 2\nc: *x\n")).toEqual({ a: 1, b: 2, c: 2 });
  });

  test("merge keys add what is not there; the first mapping wins, wherever the key stands", () => {
    expect(plain("a: &a { x: 1, y: 1 }\nb: &b { y: 2, z: 2 }\nc: { <<: [*a, *b], z: 3 }\nd: { y: 4, <<: *a }\n")).toEqual({
      a: { x: 1, y: 1 },
      b: { y: 2, z: 2 },
      c: { x: 1, y: 1, z: 3 },
      d: { y: 4, x: 1 },
    });
    expect(plain("'<<': 1\n")).toEqual({ "<<": 1 });
  });

  test("the places of merged members are those in the mapping they come from", () => {
    const { read: found } = read("a: &a\n  x: one\nb:\n  <<: *a\n  y: two\n");
    expect(found?.locate("/b/x").start).toMatchObject({ line: 2, column: 6 });
    expect(found?.locate("/b/x", "key").start).toMatchObject({ line: 2, column: 3 });
    expect(found?.locate("/b/y").start).toMatchObject({ line: 5, column: 6 });
  });

  test("that multiply are refused before they cost anything", () => {
    const levels = "abcdefghijklmnopqrstuvwxyz".split("");
    const bomb = levels.slice(1).map((name, index) => {
      const before = `*${levels[index]}`;
      return `${name}: &${name} [${Array.from({ length: 10 }, () => before).join(", ")}]`;
    });
    expect(fault(["a: &a [lol]", ...bomb].join("\n"))).toBe(
      "a.yaml:6:40 yaml-alias-limit the aliases of this file stand for more than 200000 values",
    );
  });

  test("that multiply by merge keys are bounded too", () => {
    const lines = Array.from({ length: 40 }, (_, index) => `k${index + 1}: &k${index + 1} { a${index}: *k${index}, b${index}: *k${index} }`);
    expect(fault(["k0: &k0 { x: 1 }", ...lines].join("\n"))).toContain("yaml-alias-limit");
  });

  test.each([
    ["a: &a [*a]", "a.yaml:1:8 yaml-alias-limit `*a` stands inside the value that it names"],
    ["a: *b", "a.yaml:1:4 yaml-syntax there is no anchor `&b` before this alias"],
    ["a: { <<: 1 }", "a.yaml:1:6 yaml-syntax the value of a merge key has to be a mapping, or a list of them"],
  ])("%s", (text, message) => {
    expect(fault(text)).toBe(message);
  });
});

describe("depth", () => {
  const deep = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);

  test("of 500 levels is read, of 501 refused", () => {
    expect(read(deep(500)).diagnostics).toEqual([]);
    expect(fault(`a: ${deep(500)}`)).toBe("a.yaml:1:503 depth-exceeded values are nested more than 500 levels deep");
  });

  test.each<[string, string]>([
    ["flow lists", `a: ${deep(10_000)}`],
    ["flow mappings", `${"{a: ".repeat(10_000)}1${"}".repeat(10_000)}`],
    ["block lists", `${"- ".repeat(10_000)}a`],
    ["block mappings", Array.from({ length: 2_000 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
    ["keys", `${"? ".repeat(3_000)}a`],
  ])("of 10,000 levels is refused: %s", (_, text) => {
    expect(fault(text)).toContain("depth-exceeded");
  });

  test("of aliases in aliases counts as if they were written out", () => {
    const levels = Array.from({ length: 600 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}]`);
    expect(fault(["a0: &a0 [x]", ...levels].join("\n"))).toContain("depth-exceeded");
  });
});

describe("texts with faults", () => {
  test("all syntax errors are reported at once", () => {
    const { diagnostics } = read('a: b: c\nd: "x\\q"\ne:\n\tf: 1\ng: @h\n');
    expect(diagnostics.map((one) => one.slice(0, one.indexOf(" ")))).toEqual([
      "a.yaml:1:4",
      "a.yaml:2:6",
      "a.yaml:4:1",
      "a.yaml:5:4",
    ]);
  });

  test.each([
    ["", "a.yaml:1:1 file-empty the file is empty"],
    [" \n\t\n", "a.yaml:1:1 file-empty the file is empty"],
    ["# nothing\n", "a.yaml:1:1 file-empty the file holds nothing but comments"],
    ["---\n", "a.yaml:1:1 file-empty the file holds nothing but comments"],
    ["a:\n\tb: 1\n", "a.yaml:2:1 yaml-syntax tabs are not allowed as indentation"],
    ["a: {b: 1\n", "a.yaml:2:1 yaml-syntax flow map in block collection must be sufficiently indented and end with a }"],
    ["? [a]\n: 1\n", "a.yaml:1:3 yaml-syntax a key has to be a text, not a mapping or a list"],
  ])("%j", (text, message) => {
    expect(fault(text)).toBe(message);
  });

  test.each([
    ["of syntax", "- @a\n"],
    ["of keys", "a: 1\n"],
    ["of aliases", "- *a\n"],
  ])("faults of any number are told up to a hundred: %s", (_, line) => {
    expect(read(line.repeat(1_000)).diagnostics).toHaveLength(100);
  });

  test("a second document is an error at its beginning, and the first one is read", () => {
    const { read: found, diagnostics } = read("a: 1\n---\nb: 2\n---\nc: 3\n");
    expect(toPlain(found?.value ?? null)).toEqual({ a: 1 });
    expect(diagnostics).toEqual(["a.yaml:2:1 yaml-multiple-documents a second document begins here; a file holds one"]);
  });

  test("unknown tags are only a warning", () => {
    const { read: found, diagnostics } = read("a: !Cat { b: !!binary YQ== }\nc: !!str 1\n");
    expect(toPlain(found?.value ?? null)).toEqual({ a: { b: "YQ==" }, c: "1" });
    expect(diagnostics.map((one) => one.split(" ")[1])).toEqual(["yaml-tag-unknown", "yaml-tag-unknown"]);
  });
});
