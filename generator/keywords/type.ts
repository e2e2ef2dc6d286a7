import { type Code, code, join } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { JsonType } from "../model/schema.js";
import { isSourceArray } from "../source/value.js";
import type { Assertion, Group } from "./keyword.js";
import { check, fail } from "./runtime.js";

const names: readonly JsonType[] = ["null", "boolean", "object", "array", "number", "string", "integer"];

export const isType = (name: unknown): name is JsonType => names.some((known) => known === name);

/** typeTest("string", value) ~> `typeof value === "string"` */
export const typeTest = (type: JsonType, value: Code): Code => {
  switch (type) {
    case "null":
      return code`${value} === null`;
    case "boolean":
      return code`typeof ${value} === "boolean"`;
    case "string":
      return code`typeof ${value} === "string"`;
    case "number":
      return code`typeof ${value} === "number" && Number.isFinite(${value})`;
    case "integer":
      return code`typeof ${value} === "number" && Number.isInteger(${value})`;
    case "array":
      return code`Array.isArray(${value})`;
    case "object":
      return code`${check("isObject")}(${value})`;
  }
};

export const isOfType = (type: JsonType, value: unknown): boolean => {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
};

/** The group of keywords that speak about values of a type; null and boolean have none. */
export const groupOf = (type: JsonType): Group => {
  if (type === "integer") return "number";
  return type === "null" || type === "boolean" ? "any" : type;
};

const articles: Readonly<Record<JsonType, string>> = {
  null: "null",
  boolean: "a boolean",
  object: "an object",
  array: "an array",
  number: "a number",
  string: "a string",
  integer: "an integer",
};

/** expected(["string", "null"]) ~> "a string or null" */
export const expected = (types: readonly JsonType[]): string => types.map((type) => articles[type]).join(" or ");

export const type: Assertion<readonly JsonType[]> = {
  name: "type",
  form: "assertion",
  group: "any",
  read: (value, context) => {
    const types = isSourceArray(value) ? value : [value];
    if (types.length > 0 && types.every(isType)) return [...new Set(types)];
    context.report("keyword-invalid", {
      message: `"type" must be one of ${names.join(", ")}, or a list of these`,
      at: { pointer: context.pointer },
    });
    return undefined;
  },
  test: (data, value) => join(data.map((name) => code`(${typeTest(name, value)})`), " || "),
  fail: (data) => fail("failType", literal(expected(data))),
  holds: (data, value) => data.some((name) => isOfType(name, value)),
};
