import { code } from "../code/code.js";
import { literal } from "../code/literal.js";
import { isMultipleOf } from "../../templates/check.js";
import type { Assertion } from "./keyword.js";
import { readPositive } from "./read.js";
import { check, fail } from "./runtime.js";

export const multipleOf: Assertion<number> = {
  name: "multipleOf",
  form: "assertion",
  group: "number",
  read: readPositive,
  test: (data, value) => code`${check("isMultipleOf")}(${value}, ${literal(data)})`,
  fail: (data) => fail("failMultipleOf", literal(data)),
  holds: (data, value) => isMultipleOf(Number(value), data),
};
