import { code } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { Assertion } from "./keyword.js";
import { readCount } from "./read.js";
import { check, fail } from "./runtime.js";

/** Length in code points (2020-12 validation §6.3.1). */
const lengthOf = (value: unknown): number => [...String(value)].length;

export const minLength: Assertion<number> = {
  name: "minLength",
  form: "assertion",
  group: "string",
  read: readCount,
  // one code point is at least one unit, so the empty string needs no count
  test: (data, value) =>
    data <= 1 ? code`${value}.length >= ${literal(data)}` : code`${check("reaches")}(${value}, ${literal(data)})`,
  fail: (data) => fail("failMinLength", literal(data)),
  holds: (data, value) => lengthOf(value) >= data,
};

export const maxLength: Assertion<number> = {
  name: "maxLength",
  form: "assertion",
  group: "string",
  read: readCount,
  // nearly every text is short enough by its units: the call, which a large function would not inline, is for the others
  test: (data, value, { mode }) => {
    const counted = code`${check("fits")}(${value}, ${literal(data)})`;
    return mode === "is" ? code`(${value}.length <= ${literal(data)} || ${counted})` : counted;
  },
  fail: (data) => fail("failMaxLength", literal(data)),
  holds: (data, value) => lengthOf(value) <= data,
};
