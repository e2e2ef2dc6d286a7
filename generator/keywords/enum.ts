import { type Code, code, join } from "../code/code.js";
import type { JsonValue } from "../code/json-value.js";
import { literal } from "../code/literal.js";
import { equals } from "../../templates/check.js";
import type { Assertion, Emit, Fail } from "./keyword.js";
import { listed } from "./listed.js";
import { readAny, readValues } from "./read.js";
import { check, fail } from "./runtime.js";
import { isSecret } from "./secret.js";

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

/** More would be no help in a message. */
const shown = 12;

const failListed = (values: readonly JsonValue[]): Fail => {
  const first = values.slice(0, shown);
  const details = [literal(listed(first)), literal(first)];
  return values.length > shown ? fail("failLongEnum", ...details, literal(values.length)) : fail("failEnum", ...details);
};

export const enumeration: Assertion<readonly JsonValue[]> = {
  name: "enum",
  form: "assertion",
  group: "any",
  read: readValues,
  test: (data, value, emit) => (data.length === 0 ? code`false` : memberOf(data, value, emit)),
  fail: (data) => (data.length === 0 ? fail("failNever") : failListed(data)),
  explain: (data, value, emit, schema) =>
    isSecret(schema) ? emit.reject(code`!(${enumeration.test(data, value, emit, schema)})`, fail("failSecretEnum")) : undefined,
  holds: (data, value) => data.some((item) => equals(item, value)),
};

export const constant: Assertion<{ readonly value: JsonValue }> = {
  name: "const",
  form: "assertion",
  group: "any",
  read: (value) => ({ value: readAny(value) }),
  test: (data, value, emit) => equalTo(value, data.value, emit),
  fail: (data) => fail("failConst", literal(data.value)),
  explain: (data, value, emit, schema) =>
    isSecret(schema) ? emit.reject(code`!(${constant.test(data, value, emit, schema)})`, fail("failSecretConst")) : undefined,
  holds: (data, value) => equals(data.value, value),
};
