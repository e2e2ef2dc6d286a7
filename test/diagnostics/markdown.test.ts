import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundedBlocks, codeBlock, codeSpan, foldedBlock, markdownText } from "../../generator/diagnostics/markdown.js";

describe("a code span", () => {
  test.each([
    ["title", "`title`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    ["``` x", "```` ``` x ````"],
    [" x ", "`  x  `"],
    ["a\nb", "`a␊b`"],
    ["", "` `"],
  ])("%j ~> %j", (text, span) => {
    expect(codeSpan(text)).toBe(span);
  });

  /** CommonMark 0.31.2 §6.1: ends at the first row of backticks that is as long as the one that opened it. */
  const read = (span: string): string | undefined => {
    const [, fence = ""] = /^(`+)(?!`)/.exec(span) ?? [];
    const close = [...span.slice(fence.length).matchAll(/`+/g)].find(([row]) => row.length === fence.length);
    if (close === undefined || fence.length + close.index + fence.length !== span.length) return undefined;
    const inner = span.slice(fence.length, -fence.length);
    return /^ .* $/.test(inner) && inner.trim() !== "" ? inner.slice(1, -1) : inner;
  };

  test("is read as the text that was written, whatever it is", () => {
    const text = fc.string({ unit: fc.constantFrom("`", "a", " ", "|", "<", "\\", "@", "]") });
    fc.assert(
      fc.property(text, (value) => {
        expect(read(codeSpan(value))).toBe(value === "" ? " " : value);
      }),
    );
  });
});

describe("a sentence", () => {
  test.each([
    ['the operator "startswith" is dropped', 'the operator "startswith" is dropped'],
    ["ask @octocat about #12, https://x.test and a_b*c*", "ask `@octocat` about `#12, https://x.test` and `a_b*c*`"],
    ["<img src=x> | www.x.test", "`<img src=x> | www.x.test`"],
    ["commit deadbeefcafe GH-12 12 items, don't", "commit `deadbeefcafe GH-12` 12 items, don't"],
    ["`a` **b**", "`` `a` **b** ``"],
    ["a\n# b", "`a␊#` b"],
    ["![x](javascript:1) &amp;", "`![x](javascript:1) &amp;`"],
    [":tada: 1234567", "`:tada: 1234567`"],
    ["fältet Größe", "fältet Größe"],
  ])("%j ~> %j", (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  test("outside of code holds nothing but words and their punctuation", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const outside = markdownText(text).replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
        expect(outside).toMatch(/^[\p{L}\d'’",.;:?!() -]*$/u);
      }),
    );
  });
});

test("a block of code is not ended by its lines", () => {
  expect(codeBlock("diff", ["-```", "+\tx\u001b[31m"])).toBe("````diff\n-```\n+\tx␛[31m\n````\n");
});

test("what is folded stands apart from its summary, so that it is read as Markdown", () => {
  expect(foldedBlock("a<b>&", "differs", codeBlock("text", ["a"]))).toBe("<details>\n<summary><code>a&lt;b&gt;&amp;</code> differs</summary>\n\n```text\na\n```\n\n</details>\n");
});

describe("too many blocks", () => {
  const rest = (count: number): string => `… and ${count} more\n`;
  const bounded = (texts: readonly string[], most: number): string => boundedBlocks(texts, most, rest);

  test("are counted", () => {
    expect(bounded(["åäö\n", "b\n"], 9)).toBe("åäö\nb\n");
    expect(bounded(["åäö\n", "b\n", "c\n", "d\n"], 10)).toBe("… and 4 more\n");
    expect(bounded(["aaaaaaaaaaaaaaa\n", "b\n", "cccccccccccccccc\n"], 33)).toBe("aaaaaaaaaaaaaaa\nb\n… and 1 more\n");
  });

  test("never take more room than there is", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), fc.integer({ min: 20, max: 100 }), (blocks, most) => {
        expect(Buffer.byteLength(bounded(blocks, most))).toBeLessThanOrEqual(most);
      }),
    );
  });
});
