import { expect, test } from "vitest";
import { compileSchema } from "../../generator/index.js";
import type { Issue } from "../../templates/issue.js";

const issuesOf = (schema: unknown, value: unknown): readonly (readonly [string, string, string, ...string[]])[] => {
  const { validate, is } = compileSchema(schema);
  const { issues = [] } = validate(value);
  expect(is(value)).toBe(false);
  expect(validate(value, { abortEarly: true }).issues).toEqual(issues.slice(0, 1));
  return issues.map(({ code, path, message, fields = [] }: Issue) => [code, path.join("."), message, ...fields]);
};

const cat = { type: "object", required: ["kind", "lives"], properties: { kind: { const: "cat" }, lives: { type: "integer" }, colour: { enum: ["red", "grey"] } } };
const dog = { type: "object", required: ["kind"], properties: { kind: { const: "dog" }, tricks: { type: "array", items: { type: "string" } }, size: { type: "integer" } } };
const pet = { oneOf: [cat, dog, { type: "null" }] };

test.each<readonly [string, unknown, unknown, readonly (readonly string[])[]]>([
  ["the mark that fits", pet, { kind: "dog", tricks: [1, 2], size: "x" }, [["type", "tricks.0", "must be a string"], ["type", "tricks.1", "must be a string"], ["type", "size", "must be an integer"]]],
  ["the mark, though another form has as few issues", pet, { kind: "cat", lives: 1, colour: "pink" }, [["enum", "colour", 'must be one of "red", "grey"']]],
  ["no mark that fits", pet, { kind: "bird" }, [["oneOf", "", 'kind must be "cat" or "dog"', "kind"]]],
  ["the only form of the type", { anyOf: [{ type: "string", maxLength: 2 }, cat] }, "abc", [["maxLength", "", "must have at most 2 characters"]]],
  ["no form of the type", { anyOf: [{ type: "string" }, { type: "array" }] }, 1, [["anyOf", "", "must be a string or an array"]]],
  ["listed values, and another type", { anyOf: [{ enum: ["a", "b"] }, { type: "integer" }] }, "c", [["enum", "", 'must be one of "a", "b"']]],
  ["fewer issues", { anyOf: [{ required: ["a", "b"], maxProperties: 9 }, { required: ["c"], maxProperties: 9 }] }, {}, [["required", "c", "is required"]]],
  ["deeper issues", { anyOf: [{ required: ["a"] }, { properties: { b: { properties: { c: { type: "string" } } } } }] }, { b: { c: 1 } }, [["type", "b.c", "must be a string"]]],
  ["forms that are as close", { anyOf: [{ required: ["a"] }, { required: ["b"] }] }, { c: 1 }, [["atLeastOne", "", "at least one of a, b is required", "a", "b"]]],
  ["forms that are as close, and say more", { anyOf: [{ required: ["a"], maxProperties: 9 }, { required: ["b"], maxProperties: 9 }] }, { c: 1 }, [["anyOf", "", "must match at least one of the allowed forms: a is required, or b is required", "a", "b"]]],
  ["forms that say the same", { anyOf: [{ type: "string", minLength: 1 }, { type: "string", maxLength: 1 }] }, 1, [["type", "", "must be a string"]]],
  ["more forms than one", { oneOf: [{ type: "string" }, { minLength: 1 }] }, "a", [["oneOf", "", "must match exactly one of the allowed forms, but matches 2"]]],
  ["a union inside of a form", { anyOf: [pet, { type: "string" }] }, { kind: "dog", size: "x" }, [["type", "size", "must be an integer"]]],
  ["nothing that people could read", { anyOf: [{ not: { required: ["a"] } }, { not: { required: ["a"], minProperties: 1 } }] }, { a: 1 }, [["anyOf", "", "must match at least one of the allowed forms"]]],
])("closest: %s", (_, schema, value, expected) => {
  expect(issuesOf(schema, value)).toEqual(expected);
});

test("every item of a list has its own closest form", () => {
  expect(issuesOf({ type: "array", items: pet }, [{ kind: "cat", lives: "x" }, null, { kind: "dog", size: 0.5 }])).toEqual([
    ["type", "0.lives", "must be an integer"],
    ["type", "2.size", "must be an integer"],
  ]);
});

const operators = ["add", "sub", "mul", "div", "mod", "pow", "min", "max"];

const expression = {
  $defs: {
    expression: {
      oneOf: [
        { type: "number" },
        ...operators.map((name) => ({ type: "object", required: ["op", "left"], properties: { op: { const: name }, left: { $ref: "#/$defs/expression" } } })),
      ],
    },
  },
  $ref: "#/$defs/expression",
};

const nested = (depth: number, core: unknown): unknown => (depth === 0 ? core : { op: operators[depth % 8], left: nested(depth - 1, core) });

test("nested unions are followed to the bottom", () => {
  expect(issuesOf(expression, nested(6, "x"))).toEqual([
    ["oneOf", "left.left.left.left.left.left", "must be a number or an object"],
  ]);
});

/** Every form looks into the same member, and nothing tells the forms apart. */
const tangled = (levels: number): unknown => ({
  $defs: {
    node: { anyOf: [...operators.map((name) => ({ type: "object", required: ["left", name], properties: { left: { $ref: "#/$defs/node" } } })), { const: 1 }] },
  },
  $ref: "#/$defs/node",
  maxProperties: levels,
});

test("forms that nothing tells apart do not multiply the work of telling", () => {
  // the boolean check itself looks at each form of each level, so only the reports are counted: by the reads of a getter
  const { validate } = compileSchema(tangled(3));
  let reads = 0;
  const deep = (depth: number): object =>
    Object.defineProperty({}, "left", {
      enumerable: true,
      get: () => {
        reads++;
        return depth === 0 ? "x" : deep(depth - 1);
      },
    });
  expect(validate(deep(3)).issues?.length).toBeGreaterThan(0);
  const few = reads;
  reads = 0;
  expect(validate(deep(4)).issues?.length).toBeGreaterThan(0);
  // eight times as much for one more level is what the boolean check of every form costs
  expect(reads).toBeLessThan(few * 12);
});
