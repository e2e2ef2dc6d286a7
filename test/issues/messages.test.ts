import type { StandardSchemaV1 } from "@standard-schema/spec";
import { expect, test } from "vitest";
import { compileSchema } from "../../generator/index.js";
import { createSink, type Messages, type ValidateOptions } from "../../templates/issue.js";
import { standardSchema } from "../../templates/standard-schema.js";

const swedish: Messages = {
  type: ({ expected }) => `fel typ, väntade ${expected}`,
  required: () => "måste anges",
  maxLength: ({ limit }) => `får ha högst ${limit} tecken`,
  enum: ({ values = [] }) => `måste vara ${values.map(String).join(" eller ")}`,
  format: ({ format, expected }) => `${format} (${expected})`,
  atLeastOne: ({ fields }) => `minst ett av ${fields.join(", ")} måste anges`,
  oneOf: ({ problems }) => problems.join(" | "),
};

const person = compileSchema({
  type: "object",
  required: ["level"],
  properties: {
    level: { enum: ["a", "b"] },
    email: { type: "string", maxLength: 3, format: "email" },
    first: { type: "string" },
    last: { type: "string" },
    age: { type: "integer", minimum: 18 },
    pet: { oneOf: [{ required: ["lives"] }, { required: ["tricks"] }] },
  },
  anyOf: [{ required: ["first"] }, { required: ["last"] }],
});

const wrong = { email: "abcd", age: 1, pet: {} };

const messagesOf = (options?: ValidateOptions): readonly string[] => person.validate(wrong, options).issues?.map(({ message }) => message) ?? [];

test("messages come from the table, and from the English one where it has none", () => {
  expect(messagesOf({ messages: swedish })).toEqual([
    "måste anges",
    "får ha högst 3 tecken",
    "email (an e-mail address)",
    "must be at least 18",
    "lives måste anges | tricks måste anges",
    "minst ett av first, last måste anges",
  ]);
});

test("nothing but the messages changes", () => {
  const without = (options?: ValidateOptions) => person.validate(wrong, options).issues?.map(({ message, ...others }) => others);
  expect(without({ messages: swedish })).toEqual(without());
  expect(without({ messages: swedish, abortEarly: true })).toEqual(without({ abortEarly: true }));
});

test("a message can be made of the English one", () => {
  expect(messagesOf({ messages: { minimum: ({ message, path }) => `${path.join("/")}: ${message}` } })).toContain("age: must be at least 18");
});

test("through Standard Schema they go into libraryOptions", () => {
  const schema: StandardSchemaV1 = standardSchema(person.validate);
  const validate = (libraryOptions?: Record<string, unknown>) => schema["~standard"].validate(wrong, { libraryOptions });
  expect(validate()).toEqual(person.validate(wrong));
  expect(schema["~standard"].validate(wrong)).toEqual(person.validate(wrong));
  expect(validate({ messages: swedish, abortEarly: true })).toEqual({
    issues: [{ code: "required", path: ["level"], message: "måste anges" }],
  });
});

test.each([{ messages: "none" }, { messages: null }, { messages: { required: "text" } }, { abortEarly: 1 }, {}])(
  "libraryOptions that are none of ours change nothing: %j",
  (libraryOptions) => {
    expect(standardSchema(person.validate)["~standard"].validate(wrong, { libraryOptions })).toEqual(person.validate(wrong));
  },
);

test("what is invalid never comes without an issue", () => {
  let asked = 0;
  const changing = {
    get level() {
      return asked++ % 2 === 0 ? "c" : "a";
    },
    first: "x",
  };
  expect(person.validate(changing).issues).toHaveLength(1);
});

test("a sink takes the options of one validation", () => {
  expect(createSink()).toEqual({ issues: [], abortEarly: false });
  expect(createSink({ abortEarly: true, messages: swedish })).toEqual({ issues: [], abortEarly: true, messages: swedish });
});
