import { expect, test } from "vitest";
import { combine } from "../../generator/lift/combine/combine.js";
import { lift } from "../../generator/lift/lift.js";
import { readProse } from "../../generator/lift/read-prose.js";
import { collectProse } from "../../generator/lift/scopes/collect-prose.js";
import { statementText } from "../../generator/lift/statement.js";
import { namesCache } from "../../generator/lift/text/names.js";
import { documentOf } from "./score/labelled.js";

const string = { type: "string" };

/** What is said of an object whose fields are described so. */
const found = (descriptions: Readonly<Record<string, string>>): readonly (readonly [string, string | undefined])[] => {
  const fields = Object.fromEntries(Object.entries(descriptions).map(([name, description]) => [name, { ...string, description }]));
  const document = documentOf({ id: "combine", from: "", scope: "object", openapi: 3.1, text: "", fields, rules: [] });
  return lift(document).map(({ statement, note }) => [statementText(statement), note]);
};

const excludes = (...names: readonly string[]): string => `This value can't bet set, when any of the following fields are set: ${names.join(", ")}`;
const needs = (...names: readonly string[]): string => `This value must be set together with the following fields: ${names.join(", ")}`;
const orOneOf = (...names: readonly string[]): string => `This field, or at least one of the following fields must be set: ${names.join(", ")}`;

test("a group that every field states is one rule", () => {
  expect(found({ alpha: excludes("beta", "gamma"), beta: excludes("alpha", "gamma"), gamma: excludes("alpha", "beta") })).toEqual([["at most one of alpha, beta, gamma", undefined]]);
  expect(found({ alpha: needs("beta", "gamma"), beta: needs("alpha", "gamma"), gamma: needs("alpha", "beta") })).toEqual([["all or none of alpha, beta, gamma", undefined]]);
  expect(found({ alpha: `${excludes("beta")} ${orOneOf("beta")}`, beta: `${excludes("alpha")} ${orOneOf("alpha")}` })).toEqual([["exactly one of alpha, beta", undefined]]);
});

test("a group that does not close stays directed, and is told", () => {
  expect(found({ alpha: excludes("beta", "gamma"), beta: excludes("alpha"), gamma: "Colour of the title." })).toEqual([
    ["alpha forbids beta, gamma", "the group does not close: no sentence of gamma says the same, so only alpha excludes the others"],
  ]);
});

test("of an order that is said twice, the stricter one stays", () => {
  expect(found({ from: "Must be before until.", until: "Cannot be earlier than from." })).toEqual([["from < until", undefined]]);
});

/** The same value, with every look at one of its members counted. */
const counting = <Value>(value: Value, looks: { count: number }): Value => {
  if (typeof value !== "object" || value === null || value instanceof Map || value instanceof Set) return value;
  return new Proxy(value, {
    get: (target, key): unknown => {
      looks.count += 1;
      return counting(Reflect.get(target, key), looks);
    },
  });
};

/** How often `combine` looks at findings about an object of so many fields, of which each says something of the next ones. */
const looksAt = (size: number, says: (next: (by: number) => string) => string): number => {
  const name = (index: number): string => `f_${index % size}`;
  const fields = Object.fromEntries(Array.from({ length: size }, (_, index) => [name(index), { ...string, description: says((by) => name(index + by)) }]));
  const scopes = collectProse(documentOf({ id: "many", from: "", scope: "object", openapi: 3.1, text: "", fields, rules: [] }));
  const namesOf = namesCache();
  const findings = scopes.flatMap((prose) => readProse(prose, namesOf));
  expect(findings.length).toBeGreaterThanOrEqual(size);
  const looks = { count: 0 };
  combine(findings.map(({ scope, ...finding }) => ({ ...counting(finding, looks), scope })));
  return looks.count;
};

test.each<readonly [string, (next: (by: number) => string) => string]>([
  ["pairs", (next) => excludes(next(1))],
  ["directed exclusions", (next) => `Cannot be used with ${next(1)} or ${next(2)}.`],
  ["the same, and each of its pairs", (next) => `Cannot be used with ${next(1)} or ${next(2)}. Cannot be used with ${next(1)}.`],
  ["groups that close", (next) => `${excludes(next(1), next(2))} ${needs(next(3))}`],
  ["all of one field", () => "Cannot be used with f_0 or f_1."],
  ["choices", (next) => `${orOneOf(next(1))} Cannot be used with ${next(1)}.`],
  ["requirements and orders", (next) => `Requires ${next(1)}. Must be before ${next(3)}.`],
  ["one statement again and again", () => "At least one of f_0 and f_1 must be set."],
])("time grows with the number of findings: %s", (_, says) => {
  expect(looksAt(400, says) / looksAt(200, says)).toBeLessThan(2.5);
});
