import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { isAtLeast, type Confidence } from "../../generator/lift/confidence.js";
import { lift } from "../../generator/lift/lift.js";
import { filterBlock } from "../../generator/lift/recognisers/filter-block.js";
import { recognisers } from "../../generator/lift/recognisers/index.js";
import { statementText } from "../../generator/lift/statement.js";
import { documentOf } from "./score/labelled.js";
import { textsOf } from "./score/score.js";

interface Sentence {
  readonly text: string;
  readonly at?: string;
}

interface Said extends Sentence {
  readonly rules: readonly string[];
  /** At least so sure; `certain` where nothing is said. */
  readonly confidence?: Confidence;
  /** Other recognisers read something in the text, too. */
  readonly more?: boolean;
}

interface Fixture {
  readonly scope?: "object" | "query";
  readonly fields: Readonly<Record<string, unknown>>;
  readonly says: readonly Said[];
  readonly silent: readonly Sentence[];
}

const folder = path.join(import.meta.dirname, "recognisers");
const names = [...recognisers.map(({ name }) => name), filterBlock.name].toSorted();
const read = (name: string): Fixture => parse(readFileSync(path.join(folder, `${name}.yaml`), "utf8"));

test("every recogniser has its sentences, and there are no others", () => {
  expect(readdirSync(folder).toSorted()).toEqual(names.map((name) => `${name}.yaml`));
});

describe.each(names)("%s", (name) => {
  const fixture = read(name);
  const findingsIn = (sentence: Sentence): ReturnType<typeof lift> => lift(documentOf({ id: name, from: name, scope: fixture.scope ?? "object", openapi: 3.1, fields: fixture.fields, rules: [], ...sentence }));

  test("has enough of them", () => {
    expect(fixture.says.length).toBeGreaterThanOrEqual(8);
    expect(fixture.silent.length).toBeGreaterThanOrEqual(8);
  });

  test.each(fixture.says.map((one) => [one.text, one] as const))("reads %s", (_, one) => {
    const found = findingsIn(one).filter(({ evidence }) => one.more !== true || evidence.some(({ recogniser }) => recogniser === name));
    expect(found.flatMap(({ statement }) => textsOf(statement)).toSorted()).toEqual(one.rules.toSorted());
    for (const { confidence, evidence, statement } of found) {
      expect(evidence.map(({ recogniser }) => recogniser)).toContain(name);
      expect(isAtLeast(confidence, one.confidence ?? "certain"), `${statementText(statement)} is ${confidence}`).toBe(true);
    }
  });

  test.each(fixture.silent.map((one) => [one.text, one] as const))("is silent on %s", (_, one) => {
    expect(findingsIn(one).filter(({ confidence }) => confidence !== "guess").map(({ statement }) => statementText(statement))).toEqual([]);
  });
});
