import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readingOf } from "../../generator/config/reading.js";
import { readSpec } from "../../generator/read-spec.js";

const names = ["a", "b", "c"];

/** What is said of a schema: the fields that are never allowed, or all of them where no object is. */
const reported = (schema: object): readonly string[] => {
  const properties = Object.fromEntries(names.map((name) => [name, { type: "string" }]));
  const document = { openapi: "3.1.0", info: { title: "T", version: "1" }, components: { schemas: { S: { type: "object", properties, ...schema } } } };
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const { diagnostics } = readSpec("t.json", "/", readingOf(), { hostOver: (files) => ({ ...files, readFile: () => bytes }) });
  return diagnostics
    .filter(({ code }) => code === "rule-contradiction")
    .flatMap(({ message }) => (message.startsWith("no object") ? names : [/^the rules never allow "(\w)"/.exec(message)?.[1] ?? message]));
};

/** The fields that are in no object that Ajv takes. */
const neverTaken = (schema: object): readonly string[] => {
  const validate = new Ajv2020({ strict: false }).compile(schema);
  const objects = names.reduce<readonly Record<string, string>[]>((all, name) => all.flatMap((one) => [one, { ...one, [name]: "" }]), [{}]);
  return names.filter((name) => !objects.some((object) => name in object && validate(object)));
};

const rows: readonly (readonly [said: readonly string[], schema: object])[] = [
  [["a"], { dependentRequired: { a: ["b"] }, not: { required: ["a", "b"] } }],
  [["b"], { required: ["a"], not: { required: ["a", "b"] } }],
  [names, { required: ["a", "b"], oneOf: [{ required: ["a"] }, { required: ["b"] }] }],
  [names, { required: ["a"], dependentRequired: { a: ["b"] }, allOf: [{ not: { required: ["b"] } }] }],
  [["a"], { dependentRequired: { a: ["b"], b: ["c"] }, not: { required: ["c", "a"] } }],
  // each by itself means what it says
  [[], { not: { required: ["a"] } }],
  [[], { anyOf: [{ required: ["a"] }, { required: ["b"] }], dependentRequired: { a: ["b"] } }],
  [[], { oneOf: [{ required: ["a"] }, { required: ["b"] }], dependentRequired: { a: ["c"] } }],
];

test.each(rows)("says %j of %j", (said, schema) => {
  expect(reported(schema)).toEqual(said);
});

const some = fc.subarray(names, { minLength: 1 });
const keyword = fc.oneof(
  some.map((required) => ({ required })),
  some.map((required) => ({ not: { required } })),
  fc.tuple(fc.constantFrom(...names), some).map(([name, needs]) => ({ dependentRequired: { [name]: needs } })),
  fc.tuple(fc.constantFrom("anyOf", "oneOf"), fc.uniqueArray(fc.constantFrom(...names), { minLength: 2 })).map(([union, all]) => ({ [union]: all.map((name) => ({ required: [name] })) })),
);

test("what it says is so, as Ajv has it", () => {
  let count = 0;
  fc.assert(
    fc.property(fc.array(keyword, { minLength: 2, maxLength: 4 }), (allOf) => {
      const said = reported({ allOf });
      if (said.length > 0) count += 1;
      expect(neverTaken({ allOf })).toEqual(expect.arrayContaining([...said]));
    }),
    { numRuns: 500 },
  );
  expect(count).toBeGreaterThan(50);
});
