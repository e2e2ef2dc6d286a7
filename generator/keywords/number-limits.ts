import { code, raw } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { Assertion } from "./keyword.js";
import { readNumber } from "./read.js";
import { fail } from "./runtime.js";

const limit = (
  name: string,
  operator: ">=" | "<=" | ">" | "<",
  failName: string,
  compare: (value: number, limit: number) => boolean,
): Assertion<number> => ({
  name,
  form: "assertion",
  group: "number",
  read: (value, context) => {
    if (typeof value !== "boolean") return readNumber(value, context);
    context.report("keyword-ignored", {
      message: `\`${name}\` is the limit itself; true or false is the form of OpenAPI 3.0`,
      at: { pointer: context.pointer },
    });
    return undefined;
  },
  test: (data, value) => code`${value} ${raw(operator)} ${literal(data)}`,
  fail: (data) => fail(failName, literal(data)),
  holds: (data, value) => compare(Number(value), data),
});

export const minimum = limit("minimum", ">=", "failMinimum", (value, data) => value >= data);
export const maximum = limit("maximum", "<=", "failMaximum", (value, data) => value <= data);
export const exclusiveMinimum = limit("exclusiveMinimum", ">", "failExclusiveMinimum", (value, data) => value > data);
export const exclusiveMaximum = limit("exclusiveMaximum", "<", "failExclusiveMaximum", (value, data) => value < data);
