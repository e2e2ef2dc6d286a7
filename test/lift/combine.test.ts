import { expect, test } from "vitest";
import { lift } from "../../generator/lift/lift.js";
import { statementText } from "../../generator/lift/statement.js";
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
