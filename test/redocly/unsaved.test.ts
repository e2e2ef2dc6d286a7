import path from "node:path";
import { expect, test } from "vitest";
import plugin from "../../generator/redocly/plugin.js";
import type { RedoclyProblem, RedoclySource } from "../../generator/redocly/redocly-types.js";

const folder = path.join(import.meta.dirname, "several-files");

const source = (file: string, body: string): RedoclySource => ({ absoluteRef: path.resolve(folder, file), body });

const description = (reference: string): string => `openapi: 3.1.0
info: { title: Pets, version: "1" }
components:
  schemas:
    Pet: { $ref: "${reference}" }
`;

const pet = `type: object
properties: { born: { type: string } }
x-ascending: [[born, died]]
`;

/** What a rule says of a document when Redocly walks through it and comes upon the other files. */
const problemsOf = async (code: string, entry: RedoclySource, others: readonly RedoclySource[]): Promise<readonly RedoclyProblem[]> => {
  const { rules } = await plugin({ contentDir: folder });
  const rule = rules.oas3[code]?.();
  const problems: RedoclyProblem[] = [];
  const context = { location: { source: entry, pointer: "#/" }, report: (problem: RedoclyProblem) => void problems.push(problem) };
  rule?.Root.enter({}, context);
  for (const other of others) rule?.ref.leave({}, {}, { location: { source: other } });
  rule?.Root.leave({}, context);
  return problems;
};

const unknown = 'the rule "born must not be after died" names the field "died", which the object does not have';

test("the texts are Redocly's, not those on the disk", async () => {
  const [entry, other] = [source("api/openapi.yaml", description("../shared/not-saved.yaml")), source("shared/not-saved.yaml", pet)];
  expect(await problemsOf("rule-field-unknown", entry, [other])).toEqual([
    { message: unknown, location: { source: other, pointer: "#/x-ascending/0/1" } },
  ]);
  expect(await problemsOf("rule-field-unknown", entry, [])).toEqual([]);
});

test("so are those that it has from the network", async () => {
  const [entry, other] = [
    { absoluteRef: "https://example.org/api/openapi.yaml", body: description("../shared/pet.yaml") },
    { absoluteRef: "https://example.org/shared/pet.yaml", body: pet },
  ];
  expect(await problemsOf("rule-field-unknown", entry, [other])).toEqual([
    { message: unknown, location: { source: other, pointer: "#/x-ascending/0/1" } },
  ]);
});

test("a file that Redocly did not read is named in the message", async () => {
  const entry = source("api/openapi.yaml", description("../shared/schemas.json#/Pet"));
  const [problem] = await problemsOf("rule-field-unknown", entry, []);
  expect(problem?.message).toMatch(/several-files\/shared\/schemas\.json:5:30 the rule "born must not be after dead"/);
  expect(problem?.location).toBeUndefined();
});

test("a text that has no pointers has lines and columns", async () => {
  const entry = source("api/openapi.yaml", "openapi: 3.1.0\nopenapi: 3.1.0\ninfo: {}\n");
  const [problem] = await problemsOf("yaml-duplicate-key", entry, []);
  expect(problem?.location).toEqual({ source: entry, pointer: undefined, start: { line: 2, col: 1 }, end: { line: 2, col: 8 } });
  expect(problem?.message).toContain("(test/redocly/several-files/api/openapi.yaml:1:1)");
});

test("names in a description reach nobody's terminal", async () => {
  const entry = source("api/openapi.yaml", `${description("#/components/schemas/Other")}    Other: { type: object, properties: { a: {} }, x-ascending: [[a, "b\\e[31m"]] }\n`);
  const [problem] = await problemsOf("rule-field-unknown", entry, []);
  expect(problem?.message).toContain('after b␛[31m" names');
});
