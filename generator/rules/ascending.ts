import { code, join, symbol } from "../code/code.js";
import { literal } from "../code/literal.js";
import { inOrder } from "../../templates/order.js";
import { memberOf } from "../keywords/member.js";
import { fail } from "../keywords/runtime.js";
import { listPlaces } from "./field-places.js";
import { inEachPart, namesIn, type Owner, type Recognised } from "./owner.js";
import { child, type Pointer } from "../source/pointer.js";
import { isSourceArray, isSourceObject, type SourceValue } from "../source/value.js";
import type { RuleBase, RuleKind } from "./rule.js";

/** Each field is at most (`strict`: less than) the next that is set, as number, decimal or moment. */
export interface Ascending extends RuleBase {
  readonly kind: "ascending";
  readonly fields: readonly string[];
  readonly strict: boolean;
}

const sentence = ({ fields, strict }: Ascending): string =>
  `${fields.join(strict ? " must be before " : " must not be after ")}`;

/** Every earlier field with every later one, so that one left out in the middle does not break the chain. */
const pairs = (fields: readonly string[]): readonly (readonly [string, string])[] =>
  fields.flatMap((earlier, index) => fields.slice(index + 1).map((later) => [earlier, later] as const));

const chainOf = (value: SourceValue, pointer: Pointer): Omit<Ascending, "kind"> | undefined => {
  const isLong = isSourceObject(value);
  const names = isLong ? value.get("fields") : value;
  const fields = namesIn(names);
  if (fields === undefined || fields.length < 2) return undefined;
  const places = listPlaces(names, isLong ? child(pointer, "fields") : pointer);
  return { pointer, places, fields, strict: isLong && value.get("strict") === true };
};

/** `x-ascending: [[from, to], { fields: [from, to], strict: true }]` */
const recognise = (owner: Owner): readonly Recognised<Ascending>[] =>
  inEachPart(owner, "x-ascending", (value, pointer) =>
    (isSourceArray(value) ? value : []).flatMap((item, index): readonly Recognised<Ascending>[] => {
      const chain = chainOf(item, child(pointer, index));
      return chain === undefined ? [] : [{ rule: { kind: "ascending", ...chain }, consumed: [] }];
    }),
  );

export const ascending: RuleKind<Ascending> = {
  kind: "ascending",
  recognise,
  sentence,
  fields: (rule) => rule.fields,
  alternatives: () => undefined,
  test: ({ fields, strict }, value, emit) =>
    join(
      pairs(fields).map(
        ([earlier, later]) =>
          code`${symbol("runtime/order", "inOrder")}(${emit.property(value, earlier)}, ${emit.property(value, later)}, ${literal(strict)})`,
      ),
      " && ",
    ),
  fail: (rule) => fail("failAscending", literal(sentence(rule)), literal(rule.fields)),
  holds: ({ fields, strict }, value) =>
    pairs(fields).every(([earlier, later]) => inOrder(memberOf(value, earlier), memberOf(value, later), strict)),
};
