import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as fail from "../../templates/fail.js";
import { add, createSink, type IssueCode, type Messages, type Sink } from "../../templates/issue.js";
import { failAnyOf, failOneOf } from "../../templates/union.js";

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

interface Row {
  readonly code: string;
  readonly message: string;
  readonly details: readonly string[];
  readonly fields: string;
}

/** | `code` | meaning | message | `detail`, … | fields | */
const rows: readonly Row[] = [...textOf("docs/issue-codes.md").matchAll(/^\| `(\w+)` *\|(.*)\|$/gm)].map(([, code = "", rest = ""]) => {
  const [, message = "", details = "", fields = ""] = rest.split("|").map((cell) => cell.trim());
  return { code, message, details: [...details.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name), fields };
});

const declared = [...(/interface IssueDetails \{(.*?)\n\}/s.exec(textOf("templates/issue.ts"))?.[1] ?? "").matchAll(/readonly (\w+): [^;]*?(?:\{[^}]*\}[^;]*)?;$/gm)].map(
  ([, code = ""]) => code,
);

const isCode = (code: string): code is IssueCode => declared.includes(code);

/** Codes that no function of `fail.ts` adds, but the readers of queries, streams and answers. */
type ReaderCode =
  | "unknownParameter"
  | "unknownOperator"
  | "negationNotAllowed"
  | "duplicateParameter"
  | "encoding"
  | "lineTooLong"
  | "json"
  | "server";

const broken = (message: string) => (sink: Sink): boolean => add(sink, "never", [], message);

/** One call for each code, as generated code makes it. */
const calls: Readonly<Record<Exclude<IssueCode, ReaderCode>, (sink: Sink) => boolean>> = {
  type: (sink) => fail.failType(sink, [], "a string or null"),
  enum: (sink) => fail.failLongEnum(sink, [], '"a", 1', ["a", 1], 3),
  const: (sink) => fail.failConst(sink, [], "a"),
  minimum: (sink) => fail.failMinimum(sink, [], 2),
  maximum: (sink) => fail.failMaximum(sink, [], 2),
  exclusiveMinimum: (sink) => fail.failExclusiveMinimum(sink, [], 2),
  exclusiveMaximum: (sink) => fail.failExclusiveMaximum(sink, [], 2),
  multipleOf: (sink) => fail.failMultipleOf(sink, [], 2),
  minLength: (sink) => fail.failMinLength(sink, [], 2),
  maxLength: (sink) => fail.failMaxLength(sink, [], 2),
  pattern: (sink) => fail.failPattern(sink, [], "^a"),
  format: (sink) => fail.failFormat(sink, [], "email", "an e-mail address"),
  minItems: (sink) => fail.failMinItems(sink, [], 2),
  maxItems: (sink) => fail.failMaxItems(sink, [], 2),
  uniqueItems: (sink) => fail.failUniqueItems(sink, [], [0, 2]),
  contains: (sink) => fail.failContains(sink, []),
  minContains: (sink) => fail.failMinContains(sink, [], 2),
  maxContains: (sink) => fail.failMaxContains(sink, [], 2),
  required: (sink) => fail.failRequired(sink, []),
  additionalProperties: (sink) => fail.failAdditionalProperties(sink, []),
  unevaluatedProperties: (sink) => fail.failUnevaluatedProperties(sink, []),
  unevaluatedItems: (sink) => fail.failUnevaluatedItems(sink, []),
  minProperties: (sink) => fail.failMinProperties(sink, [], 2),
  maxProperties: (sink) => fail.failMaxProperties(sink, [], 2),
  propertyNames: (sink) => fail.failPropertyNames(sink, []),
  anyOf: (sink) => failAnyOf(sink, [], [], [broken("is small"), broken("is large")]),
  oneOf: (sink) => failOneOf(sink, [], 2, [], []),
  discriminator: (sink) => fail.failDiscriminator(sink, [], '"cat", "dog"', ["cat", "dog"]),
  depth: (sink) => fail.failDepth(sink, []),
  not: (sink) => fail.failNot(sink, []),
  never: (sink) => fail.failNever(sink, []),
  atLeastOne: (sink) => fail.failAtLeastOne(sink, [], "at least one of a, b is required", ["a", "b"]),
  exactlyOne: (sink) => fail.failExactlyOne(sink, [], "exactly one of a, b is required", ["a", "b"]),
  atMostOne: (sink) => fail.failAtMostOne(sink, [], "at most one of a, b is allowed", ["a", "b"]),
  allOrNone: (sink) => fail.failAllOrNone(sink, [], "a and b must be set together", ["a", "b"]),
  requires: (sink) => fail.failRequires(sink, [], "a requires b", ["a", "b"]),
  forbids: (sink) => fail.failForbids(sink, [], "a cannot be set together with b", ["a", "b"]),
  notAll: (sink) => fail.failNotAll(sink, [], "a, b and c cannot all be set", ["a", "b", "c"]),
  uniqueBy: (sink) => fail.failUniqueBy(sink, [], "a", 0, 2, ["a"]),
  ascending: (sink) => fail.failAscending(sink, [], "a must not be after b", ["a", "b"]),
};

/** What is put in a message for a detail. */
const inWords = (name: string, value: unknown): string => (Array.isArray(value) ? value.join(name === "indexes" ? " and " : ", or ") : String(value));

test("the table has every code of the type once, and no other", () => {
  expect(declared.length).toBeGreaterThan(40);
  expect(rows.map(({ code }) => code).sort()).toEqual([...declared].sort());
});

test.each(Object.entries(calls))("%s says what the table says, of the details in the table", (code, call) => {
  const row = rows.find((one) => one.code === code);
  const given: Record<string, unknown>[] = [];
  const messages: Messages = isCode(code) ? { [code]: (details: Record<string, unknown>) => String(given.push(details)) } : {};
  call(createSink({ messages }));
  const english = createSink();
  call(english);

  const [issue] = english.issues;
  const [{ path, message, ...details } = {}] = given;
  expect({ path, message }).toEqual({ path: issue?.path, message: issue?.message });
  expect(row?.message.replaceAll(/\{(\w+)\}/g, (_, name: string) => inWords(name, details[name]))).toBe(message);
  // "expected" is there for all, and means something where the message says "must be"
  const names = Object.keys(details).filter((name) => name !== "expected" || row?.details.includes("expected"));
  const all = row?.fields === "some" ? [...names, "fields"] : names;
  expect(all.sort()).toEqual([...(row?.details ?? [])].sort());
  expect(issue?.fields !== undefined).toBe(row?.fields === "yes");
});
