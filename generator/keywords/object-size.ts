import { code } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { Assertion } from "./keyword.js";
import { readCount } from "./read.js";
import { check, fail } from "./runtime.js";

const sizeOf = (value: unknown): number => (typeof value === "object" && value !== null ? Object.keys(value).length : 0);

export const minProperties: Assertion<number> = {
  name: "minProperties",
  form: "assertion",
  group: "object",
  read: readCount,
  test: (data, value) => code`${check("sizeOf")}(${value}) >= ${literal(data)}`,
  fail: (data) => fail("failMinProperties", literal(data)),
  holds: (data, value) => sizeOf(value) >= data,
};

export const maxProperties: Assertion<number> = {
  name: "maxProperties",
  form: "assertion",
  group: "object",
  read: readCount,
  test: (data, value) => code`${check("sizeOf")}(${value}) <= ${literal(data)}`,
  fail: (data) => fail("failMaxProperties", literal(data)),
  holds: (data, value) => sizeOf(value) <= data,
};
