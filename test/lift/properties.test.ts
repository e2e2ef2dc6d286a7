import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lift } from "../../generator/lift/lift.js";
import { statementText } from "../../generator/lift/statement.js";
import { documentOf } from "./score/labelled.js";

const names = ["total_amount", "issued_at", "customerId", "bank_account", "due_day"] as const;
const fields = Object.fromEntries(names.map((name) => [name, { type: "string" }]));
const said = (text: string, at?: string): readonly string[] =>
  lift(documentOf({ id: "p", from: "p", scope: "object", openapi: 3.1, text, fields, rules: [], ...(at !== undefined && { at }) })).map(({ statement }) => statementText(statement));

const words = (name: string): string => name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replaceAll("_", " ");

/** The ways in which prose writes a name. */
const spellings: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `\`${name}\``,
  (name) => `"${name}"`,
  (name) => `**${name}**`,
  (name) => `<code>${name}</code>`,
  (name) => words(name).toLowerCase(),
  (name) => `\`${name.toUpperCase()}\``,
  (name) => `the \`${name}\` parameter`,
];
/** The ways in which it lists several. */
const lists: readonly ((items: readonly string[], word: string) => string)[] = [
  (items, word) => `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1) ?? ""}`,
  (items, word) => `${items.slice(0, -1).join(", ")}, ${word} ${items.at(-1) ?? ""}`,
  (items, word) => items.join(` ${word} `),
];
const row = fc
  .tuple(fc.shuffledSubarray([...names], { minLength: 2 }), fc.array(fc.constantFrom(...spellings), { minLength: names.length, maxLength: names.length }), fc.constantFrom(...lists))
  .map(([chosen, ways, list]) => ({ chosen, text: (word: string): string => list(chosen.map((name, index) => (ways[index] ?? String)(name)), word) }));

describe("names in a row, however they are spelled and joined", () => {
  const sorted = (chosen: readonly string[]): string => chosen.toSorted().join(", ");
  test.each<readonly [string, (list: (word: string) => string) => string]>([
    ["exactly one of", (list) => `Exactly one of ${list("or")} must be given.`],
    ["at least one of", (list) => `At least one of ${list("and")} is required.`],
    ["at most one of", (list) => `Only one of ${list("and")} can be set.`],
    ["all or none of", (list) => `You may send more. ${list("and")} must be set together.`],
  ])("%s", (quantity, sentence) => {
    fc.assert(
      fc.property(row, ({ chosen, text }) => {
        expect(said(sentence(text)), sentence(text)).toEqual([`${quantity} ${sorted(chosen)}`]);
      }),
    );
  });
});

test("any text is read without an exception", () => {
  const piece = fc.oneof(fc.constantFrom("`", "*", "**", "(", ")", "[", "](", "<code>", "</li>", "<li>", "\n", "\n- ", ":", ",", ".", "!", "|", "L0", "V1", "F2", "U", "either", "or", "if", "unless", "must be", "set", "only one of", "`total_amount`", "due day", "requires", "\u2028", "\ud800", "```", "__proto__", "constructor"), fc.string({ maxLength: 6 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom(undefined, ...names), (pieces, at) => {
      expect(Array.isArray(said(pieces.join(" "), at))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

// a pattern that went over such a text again and again would take hours
describe("texts of 100 kB that repeat", { timeout: 60_000 }, () => {
  test.each([
    "either ", "either `total_amount` or ", "( ", "( must ", "[ ", "`", "`a", "**a ", "*", "<code>", "<b>x", "\n- must: ", "\n- `total_amount` must be:\n", "\n", "must be set if ", "if ", "`a`, ", "`due_day`, ", "`due_day` or ", "1 ", "only one of of of ", "``` ", "\"", "“a ", "this ", "total ", "Operator: in, ", "total_amount is ", "not ", "must be unique across ", "\\u00e9", "a.b.", "a-", "it's ", ". ", "; must be ", " , must ", "between 1 day after ",
  ])("%j", (piece) => {
    const text = `must ${piece.repeat(Math.ceil(100_000 / piece.length))}`;
    expect(Array.isArray(said(text, "due_day"))).toBe(true);
    expect(Array.isArray(said(text))).toBe(true);
  });
});
