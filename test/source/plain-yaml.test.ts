import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCollector } from "../../generator/diagnostics/collector.js";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { createPlacer } from "../../generator/source/placer.js";
import { readPlainYaml } from "../../generator/source/plain-yaml/read-plain-yaml.js";
import { readAnyYaml } from "../../generator/source/read-any-yaml.js";
import { type SpannedValue, spansOf } from "../../generator/source/spans.js";
import { isSourceArray, isSourceObject, type SourceValue } from "../../generator/source/value.js";

// Two readers of YAML: the plain one either doubts, or reads what the other one reads, at the same places.

/** Every value with its type and its place; where collections end, of which the two have other notions after a comment, is left out. */
const described = ({ value, span, table }: SpannedValue): readonly string[] => {
  const ofMember = (member: SourceValue, container: SourceValue, index: number, at: string): readonly string[] => {
    const spans = isSourceArray(container) || isSourceObject(container) ? spansOf(table, container, index) : undefined;
    const isCollection = isSourceArray(member) || isSourceObject(member);
    const { key, value: own } = spans ?? {};
    return [`${at} ${key?.start} ${isSourceObject(container) ? key?.end : ""} ${own?.start} ${isCollection ? "" : own?.end}`, ...walk(member, at)];
  };
  const walk = (one: SourceValue, at: string): readonly string[] => {
    if (isSourceArray(one)) return ["[", ...one.flatMap((item, index) => ofMember(item, one, index, `${at}/${index}`)), "]"];
    if (!isSourceObject(one)) return [`${typeof one} ${Object.is(one, -0) ? "-0" : JSON.stringify(one)} ${String(one)}`];
    return ["{", ...[...one].flatMap(([key, member], index) => ofMember(member, one, index, `${at}/${key}`)), "}"];
  };
  return [String(span.start), ...walk(value, "")];
};

interface Outcome {
  readonly found: readonly string[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the two make of a text: nothing of the plain one where it doubts. */
const both = (text: string): { readonly plain: Outcome | undefined; readonly any: Outcome } => {
  const place = createPlacer({ path: "a.yaml", text });
  const [ofPlain, ofAny] = [createCollector(), createCollector()];
  const plain = readPlainYaml(text, place, ofPlain.report);
  const doubtful = { code: "file-too-large", start: 0, end: 0, message: "only its beginning was read" } as const;
  const any = readAnyYaml(text, doubtful, place, ofAny.report);
  const outcome = (read: SpannedValue | undefined, diagnostics: readonly Diagnostic[]): Outcome => ({
    found: read === undefined ? undefined : described(read),
    diagnostics,
  });
  return {
    plain: "problem" in plain ? undefined : outcome(plain.read, ofPlain.diagnostics()),
    any: outcome(any, ofAny.diagnostics()),
  };
};

const agree = (text: string): boolean => {
  const { plain, any } = both(text);
  if (plain !== undefined) expect(plain, text).toEqual(any);
  return plain !== undefined;
};

const fragments = [
  ..."a b: -: -- - -\t? ?: :: , [ ] { } # & &x * *x ! !t | > ' \" % @ ` ~ << \t".split(" "),
  ...["a: ", "b:", "- ", "k: v", "'q': ", '"q": ', "'it''s'", '"\\u0041\\n"', '"a\\\n', "[a, b]", "{a: 1, b: [c]}", "{a, b: }", "[", "]", "{", "}", ", "],
  ...["# c", " # c", "a#b", "a:b", "a b c", "1", "-0", "0x1F", "1e3", ".5", ".inf", "null", "~", "true", "True", "yes", "2024-01-31", "<<: *x", "&x ", "*x"],
  ...["|", "|-", ">+", ">-  # c", "|2", "&x a", "&x\n", "&x {a: 1}", "---", "--- ", "...", "%A", "\r\n", "\t", "é", "\u2028", "🐈"],
];

const line = fc
  .tuple(fc.nat(4), fc.array(fc.constantFrom(...fragments), { maxLength: 4 }))
  .map(([indent, parts]) => " ".repeat(indent) + parts.join(""));

/** Lines that hold together more often than not. */
const member = fc.constantFrom("a:", "b: 1", "- c", "- d: 1", "-", "- - e", "f: [x,", "  y]", "g: |", "  text", "  more", "h: >-", "i: 'x", "  y'", "", "# c", "  # d", "j: &n", "k: *n", "l: &n m", "<<: *n", "o: w", "  x", "p: {q: 1}", "'r': s # t", "u:   ");
const wellKept = fc.tuple(fc.constantFrom(0, 0, 2, 2, 4, 1, 3), member).map(([indent, text]) => " ".repeat(indent) + text);

describe("the two agree", () => {
  test.each<readonly [what: string, lines: fc.Arbitrary<string>]>([
    ["on fragments", line],
    ["on lines", wellKept],
  ])("%s", (_, lines) => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 8 }), fc.constantFrom("\n", "\r\n"), fc.boolean(), (some, end, isClosed) => {
        agree(some.join(end) + (isClosed ? end : ""));
      }),
      { numRuns: 3_000 },
    );
  });

  test("on the descriptions here, of which nearly none is in doubt", () => {
    const folders = ["spec", "test", "examples", "../shared/corpora"].filter((folder) => existsSync(folder));
    const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name)));
    const texts = files
      .filter((file) => /\.ya?ml$/.test(file))
      .map((file) => readFileSync(file, "utf8").replace(/^\uFEFF/, ""))
      .filter((text) => text.trim() !== "");
    expect(texts.filter((text) => !agree(text)).length).toBeLessThan(texts.length / 20);
  });
});

describe("what is plain", () => {
  test.each([
    ["a mapping", "a: 1\nb:\n  c: [x, {y: z}]\n  d:\n  - e\n  -\n  - f: 1\n    g: 2\n"],
    ["texts", "a: |\n  one\n\n  two\nb: >-\n  one\n  two\nc: 'it''s\n  long'\nd: \"\\u00e9\"\ne: some\n  words\n"],
    ["anchors", "a: &x {b: 1}\nc: *x\nd: {<<: *x, e: 2}\nf: &y\n  g: 1\n"],
    ["comments", "# a\n---\n# b\na: 1 # c\n  # d\nb: # e\n  c: 1\n"],
    ["tabs between things", "a:\t1\t# b\n\t\nb: 2\t\n"],
    ["JSON", '{"a": [1, 2, {"b": null}], "c": "d"}\n'],
    ["a key twice", "a: 1\na: 2\n"],
  ])("%s", (_, text) => {
    expect(both(text).plain).toEqual(both(text).any);
    expect(both(text).plain).toBeDefined();
  });

  test.each([
    ["tags", "a: !t b\n"],
    ["keys that are marked", "? a\n: b\n"],
    ["directives", "%YAML 1.2\n---\na: 1\n"],
    ["tabs as indentation", "a:\n\tb: 1\n"],
    ["documents", "a: 1\n---\nb: 2\n"],
    ["anchors without a space", "&a{b: c}\n"],
    ["faults", "a: b: c\n"],
    ["a text", "a\n"],
  ])("%s are not", (_, text) => {
    expect(both(text).plain).toBeUndefined();
  });
});
