import { describe, expect, test } from "vitest";
import { formats } from "../../generator/formats/index.js";
import { formatNames, readCases, stringsOf } from "./support/cases.js";

const length = 100_000;

/** `text` with one or two of its characters repeated at each place, then going on as it was or ending badly. */
const stretched = (text: string): readonly string[] =>
  Array.from({ length: text.length }, (_, at) => at).flatMap((at) =>
    [1, 2].flatMap((size) => {
      const head = text.slice(0, at) + text.slice(at, at + size).repeat(length / size);
      return [head + text.slice(at), `${head}\0`];
    }),
  );

const uniform = [...'a0.-:/@%~{}[]"\\#?+é \u0301\u4e00\ud800'].map((character) => character.repeat(length));

/** Every expression takes linear time. With a quadratic one the test already takes longer than a test may. */
describe.each(formatNames.filter((name) => formats[name].appliesTo === "string"))("%s", (name) => {
  const { check } = formats[name];
  const texts = stringsOf(readCases(name).valid).filter((text) => text.length < 45);
  const longest = texts.toSorted((a, b) => b.length - a.length).slice(0, 3);

  test("decides long values", () => {
    for (const value of [...longest.flatMap(stretched), ...uniform]) expect(typeof check(value)).toBe("boolean");
  });
});
