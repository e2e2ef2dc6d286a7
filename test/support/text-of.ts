import fc from "fast-check";
import { isFormatName } from "../../generator/formats/index.js";
import type { KeywordValues } from "../../generator/keywords/index.js";
import { fixtureNames, readCases } from "../formats/support/cases.js";

/** Characters of one and of two UTF-16 units, so that lengths in code points are told from those in units. */
const character = fc.constantFrom("a", "B", "7", " ", "é", "😀");

const ofLength = ({ minLength = 0, maxLength = minLength + 5 }: KeywordValues): fc.Arbitrary<string> =>
  fc.string({ unit: character, minLength: Math.max(0, minLength - 1), maxLength: Math.max(minLength, maxLength) + 1 });

const ofFormat = (name: string): readonly fc.Arbitrary<string>[] => {
  if (!isFormatName(name) || !fixtureNames.includes(name)) return [];
  const { valid, invalid } = readCases(name);
  const texts = (values: typeof valid): readonly string[] => values.filter((value) => typeof value === "string");
  return [texts(valid), texts(valid), texts(invalid)].filter((list) => list.length > 0).map((list) => fc.constantFrom(...list));
};

const ofPattern = (source: string, flags: string): readonly fc.Arbitrary<string>[] => {
  try {
    return [fc.stringMatching(new RegExp(source, flags), { size: "xsmall" })];
  } catch {
    // fast-check cannot turn every expression round; then only texts that do not fit are tried
    return [];
  }
};

/** Strings near what the keywords allow. */
export const textOf = (keywords: KeywordValues): fc.Arbitrary<string> => {
  const near = [
    ...(keywords.format === undefined ? [] : ofFormat(keywords.format.name)),
    ...(keywords.pattern === undefined ? [] : ofPattern(keywords.pattern.source, keywords.pattern.flags)),
  ];
  return near.length === 0 ? ofLength(keywords) : fc.oneof(...near.map((arbitrary) => ({ arbitrary, weight: 4 })), ofLength(keywords));
};
