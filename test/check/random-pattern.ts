import fc from "fast-check";

/** Characters that nearly always meet, with a few tokens that are easily misread. */
const atom = fc.oneof({ weight: 6, arbitrary: fc.constantFrom("a", "a", "a", "ab", "[ab]") }, fc.constantFrom(".", "\\w", "\\(", "\\|", "\\\\", "[(|*]", "\\u{61}"));

const quantifier = fc.oneof({ weight: 5, arbitrary: fc.constantFrom("", "*", "+") }, fc.constantFrom("?", "*?", "{2}", "{2,}", "{0,3}", "{1,12}"));

const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map((texts) => texts.join(""));

const several = (one: fc.Arbitrary<string>, most: number, separator: string): fc.Arbitrary<string> =>
  fc.array(one, { minLength: 1, maxLength: most }).map((texts) => texts.join(separator));

const { pattern } = fc.letrec<{ pattern: string; sequence: string; part: string; group: string; look: string }>((tie) => ({
  pattern: joined(fc.constantFrom("^", "^", ""), several(tie("sequence"), 2, "|"), fc.constantFrom("$", "$", "b$")),
  sequence: several(tie("part"), 3, ""),
  part: fc.oneof(
    { maxDepth: 3 },
    { weight: 8, arbitrary: joined(atom, quantifier) },
    { weight: 6, arbitrary: joined(tie("group"), quantifier) },
    { weight: 1, arbitrary: tie("look") },
  ),
  group: joined(fc.constantFrom("(", "(?:"), several(tie("sequence"), 2, "|"), fc.constant(")")),
  look: joined(fc.constantFrom("(?=", "(?!", "(?<=", "(?<!"), tie("sequence"), fc.constant(")")),
}));

/** Expressions for the `u` flag, short ones, of which many are slow. */
export const randomPattern: fc.Arbitrary<string> = pattern.filter((source) => source.length <= 30);
