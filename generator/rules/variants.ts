import type { Pointer } from "../source/pointer.js";
import { isSourceArray } from "../source/value.js";
import type { AtLeastOne } from "./at-least-one.js";
import type { ExactlyOne } from "./exactly-one.js";
import { branchPlaces } from "./field-places.js";
import { groupUnset } from "./fields.js";
import { areEqual, complete, type Form, inEachPart, type Owner } from "./owner.js";
import type { Alternative, FieldGroup } from "./rule.js";

/** A branch of a union of objects, as types have it. */
export interface Variant {
  /** Where the branch stands in the union. */
  readonly index: number;
  /** The fields that it requires. */
  readonly group: FieldGroup;
  /** What keeps it apart from the others: of each list, one alternative holds. */
  readonly apart: readonly (readonly Alternative[])[];
}

/** A union of objects that is told apart by the fields that its branches require. */
export interface Variants {
  /** Says it, stays, and is what validators check. */
  readonly keyword: "anyOf" | "oneOf";
  readonly pointer: Pointer;
  readonly rule: AtLeastOne | ExactlyOne;
  readonly variants: readonly Variant[];
}

const plain = (names: readonly string[]): FieldGroup => names.map((name) => ({ name, nonNull: false }));

const areDisjoint = <Item>(left: readonly Item[], right: readonly Item[], isSame: (one: Item, other: Item) => boolean): boolean =>
  !left.some((one) => right.some((other) => isSame(one, other)));

/** "number" takes integers too. */
const overlap = (left: string, right: string): boolean => left === right || (left + right).replace("integer", "number") === "numbernumber";

/** Can a value of the field not satisfy both? */
const isToldApart = (field: string, left: Form, right: Form): boolean => {
  const values = [left.valuesOf(field), right.valuesOf(field)] as const;
  if (values[0] !== undefined && values[1] !== undefined) return areDisjoint(values[0], values[1], areEqual);
  const types = [left.typesOf(field), right.typesOf(field)] as const;
  return types[0] !== undefined && types[1] !== undefined && areDisjoint(types[0], types[1], overlap);
};

/** Does one of them require a field that the other cannot have? */
const isImpossible = (left: Form, right: Form): boolean => left.required.some((field) => right.closedFields?.includes(field) === false);

/** Is there a field that has to be there, and that no value of satisfies both? */
const areApart = (left: Form, right: Form): boolean =>
  isImpossible(left, right) || isImpossible(right, left) || [...left.required, ...right.required].some((field) => isToldApart(field, left, right));

/** The field left out, or null where that does not count as set for the other branch, and this one takes it. */
const unset = (name: string, form: Form, other: Form, owner: Owner): Alternative => {
  const takesNull = (form.typesOf(name) ?? owner.typesOf(name))?.includes("null") === true;
  return groupUnset([{ name, nonNull: takesNull && other.typesOf(name)?.includes("null") === false }]).flat();
};

/** What a value of `form` must lack, so that it does not satisfy `other` as well. */
const apartFrom = (form: Form, other: Form, owner: Owner): readonly (readonly Alternative[])[] => {
  const more = other.required.filter((name) => !form.required.includes(name));
  const impossible = more.filter((name) => form.closedFields?.includes(name) === false);
  if (impossible.length > 0) return impossible.map((name) => [unset(name, form, other, owner)]);
  return areApart(form, other) || !other.isPlain || more.length === 0 ? [] : [more.map((name) => unset(name, form, other, owner))];
};

/** Groups that need no other of them to be set. */
const smallest = (groups: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  groups.filter((group, index) => !groups.some((other, at) => at !== index && other.every((name) => group.includes(name)) && (other.length < group.length || at < index)));

const inAll = (forms: readonly Form[]): readonly string[] => (forms[0]?.required ?? []).filter((name) => forms.every((form) => form.required.includes(name)));

/** What tells the branches of a `oneOf` apart; those of `anyOf` may stand together. */
const apartIn = (forms: readonly Form[], keyword: Variants["keyword"], owner: Owner): readonly Variant["apart"][] =>
  forms.map((form, index) => (keyword === "anyOf" ? [] : forms.flatMap((other, at) => (at === index ? [] : apartFrom(form, other, owner)))));

/** Do compilers tell the branches apart by themselves, or are they types with names of their own? */
const needsNoSentence = (forms: readonly Form[]): boolean =>
  !forms.every((form) => form.isInline) || forms.every((form, index) => forms.slice(index + 1).every((other) => areApart(form, other)));

const readVariants = (forms: readonly Form[], keyword: Variants["keyword"], owner: Owner, at: Pick<Variants["rule"], "pointer" | "places">): readonly Variants[] => {
  const common = inAll(forms);
  const groups = forms.map(({ required }) => required.filter((name) => !common.includes(name)));
  if (groups.some((group) => group.length === 0)) return [];
  const apart = apartIn(forms, keyword, owner);
  const isExclusive = apart.some((lists) => lists.length > 0);
  const told = isExclusive ? groups : smallest(groups);
  if (told.length < 2 || (!isExclusive && needsNoSentence(forms))) return [];
  const variants = forms.map(({ required }, index) => ({ index, group: plain(required), apart: apart[index] ?? [] }));
  return [{ keyword, pointer: at.pointer, variants, rule: { kind: isExclusive ? "exactlyOne" : "atLeastOne", ...at, groups: told.map(plain) } }];
};

/** Unions whose branches require fields and say more than that: of `anyOf`, one at least is there, of `oneOf` exactly one. */
export const variantsIn = (owner: Owner): readonly Variants[] => {
  const own: Owner = { ...owner, parts: owner.parts.slice(0, 1) };
  return (["anyOf", "oneOf"] as const).flatMap((keyword) =>
    inEachPart(own, keyword, (value, pointer): readonly Variants[] => {
      if (!isSourceArray(value) || value.length < 2 || own.parts[0]?.source.has("discriminator") === true) return [];
      const forms = complete(value.map(own.formOf));
      return forms === undefined ? [] : readVariants(forms, keyword, own, { pointer, places: branchPlaces(value, pointer) });
    }),
  );
};
