import { code, symbol } from "../code/code.js";
import { literal } from "../code/literal.js";
import { fail } from "../keywords/runtime.js";
import { itemsOf } from "../keywords/member.js";
import { repeats } from "../../templates/unique.js";
import { type FieldPlace, listPlaces } from "./field-places.js";
import { conjunction } from "./fields.js";
import { complete, inEachPart, namesIn, type Owner, type Recognised } from "./owner.js";
import { child, type Pointer } from "../source/pointer.js";
import { isSourceArray, type SourceValue } from "../source/value.js";
import type { RuleBase, RuleKind } from "./rule.js";

/** No two items of an array have the same values in all of `key`. */
export interface UniqueBy extends RuleBase {
  readonly kind: "uniqueBy";
  readonly key: readonly string[];
}

interface Key {
  readonly key: readonly string[];
  readonly places: readonly FieldPlace[];
}

const keyOf = (value: SourceValue, pointer: Pointer): Key | undefined => {
  const key = namesIn(value);
  return key === undefined ? undefined : { key, places: listPlaces(value, pointer) };
};

/** `[a, b]` is one key of two fields, `[[a], [b]]` are two keys. */
const keysOf = (value: SourceValue, pointer: Pointer): readonly Key[] => {
  const one = keyOf(value, pointer);
  if (one !== undefined) return [one];
  return (isSourceArray(value) ? complete(value.map((item, index) => keyOf(item, child(pointer, index)))) : undefined) ?? [];
};

/** `x-unique-by` on an array schema. */
const recognise = (owner: Owner): readonly Recognised<UniqueBy>[] =>
  inEachPart(owner, "x-unique-by", (value, pointer) =>
    keysOf(value, pointer).map((key): Recognised<UniqueBy> => ({ rule: { kind: "uniqueBy", pointer, ...key }, consumed: [] })),
  );

export const uniqueBy: RuleKind<UniqueBy> = {
  kind: "uniqueBy",
  recognise,
  sentence: ({ key }) => `no two items have the same ${conjunction(key)}`,
  fields: (rule) => rule.key,
  alternatives: () => undefined,
  test: ({ key }, value) => code`${symbol("runtime/unique", "repeats")}(${value}, ${literal(key)}).length === 0`,
  fail: ({ key }) => fail("failUniqueBy", literal(conjunction(key)), literal(-1), literal(-1), literal(key)),
  walk: ({ key }, value, emit) => {
    if (emit.mode === "is") return emit.reject(code`!(${uniqueBy.test({ kind: "uniqueBy", pointer: "", key }, value, emit)})`, fail("failUniqueBy"));
    const first = emit.fresh("first");
    const second = emit.fresh("second");
    return code`for (const [${first}, ${second}] of ${symbol("runtime/unique", "repeats")}(${value}, ${literal(key)})) {
${emit.reject(code`true`, fail("failUniqueBy", literal(conjunction(key)), first, second, literal(key)), second)}}
`;
  },
  holds: ({ key }, value) => repeats(itemsOf(value), key).length === 0,
};
