import { code } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { Assertion } from "./keyword.js";
import { readCount } from "./read.js";
import { fail } from "./runtime.js";

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

export const minItems: Assertion<number> = {
  name: "minItems",
  form: "assertion",
  group: "array",
  read: readCount,
  test: (data, value) => code`${value}.length >= ${literal(data)}`,
  fail: (data) => fail("failMinItems", literal(data)),
  holds: (data, value) => countOf(value) >= data,
};

export const maxItems: Assertion<number> = {
  name: "maxItems",
  form: "assertion",
  group: "array",
  read: readCount,
  test: (data, value) => code`${value}.length <= ${literal(data)}`,
  fail: (data) => fail("failMaxItems", literal(data)),
  holds: (data, value) => countOf(value) <= data,
};
