import { type Code, code, join } from "../code/code.js";
import type { JsonValue } from "../code/json-value.js";
import { literal } from "../code/literal.js";
import { equals } from "../../templates/check.js";
import type { Assertion, Emit } from "./keyword.js";
import { readAny, readValues } from "./read.js";
import { check, fail } from "./runtime.js";

const isScalar = (value: JsonValue): boolean => value === null || typeof value !== "object";

/** equalTo(value, "a", emit) ~> `value === "a"`, which the compiler takes to narrow the type of the value */
export const equalTo = (value: Code, data: JsonValue, { isShared }: Emit): Code => {
  if (!isScalar(data)) return code`${check("equals")}(${value}, ${literal(data)})`;
  return isShared ? code`(${value} as unknown) === ${literal(data)}` : code`${value} === ${literal(data)}`;
};

/** Beyond this many, one look-up in a set is shorter and faster than comparisons. */
const comparisons = 8;

const memberOf = (values: readonly JsonValue[], value: Code, emit: Emit): Code => {
  const scalars = values.filter(isScalar);
  if (scalars.length <= comparisons) return code`(${join(values.map((item) => equalTo(value, item, emit)), " || ")})`;
  const set = emit.hoist("values", code`/* @__PURE__ */ new Set<unknown>(${literal(scalars)})`);
  const others = values.filter((item) => !isScalar(item)).map((item) => equalTo(value, item, emit));
  return code`(${join([code`${set}.has(${value})`, ...others], " || ")})`;
};

const shown = 12;

/** listed(["a", 1]) ~> `"a", 1`; long lists are cut */
const listed = (values: readonly JsonValue[]): string => {
  const texts = values.slice(0, shown).map((item) => JSON.stringify(item));
  return values.length > shown ? `${texts.join(", ")}, … (${values.length} values)` : texts.join(", ");
};

export const enumeration: Assertion<readonly JsonValue[]> = {
  name: "enum",
  form: "assertion",
  group: "any",
  read: readValues,
  test: (data, value, emit) => (data.length === 0 ? code`false` : memberOf(data, value, emit)),
  fail: (data) => (data.length === 0 ? fail("failNever") : fail("failEnum", literal(listed(data)))),
  holds: (data, value) => data.some((item) => equals(item, value)),
};

export const constant: Assertion<{ readonly value: JsonValue }> = {
  name: "const",
  form: "assertion",
  group: "any",
  read: (value) => ({ value: readAny(value) }),
  test: (data, value, emit) => equalTo(value, data.value, emit),
  fail: (data) => fail("failConst", literal(JSON.stringify(data.value))),
  holds: (data, value) => equals(data.value, value),
};
