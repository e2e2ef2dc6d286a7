import type { Target } from "../diagnostics/diagnostic.js";
import { child, type Pointer } from "../source/pointer.js";
import { isSourceArray, isSourceObject, type SourceValue } from "../source/value.js";

/** Where a rule's keyword spells the name of a field. */
export interface FieldPlace {
  readonly name: string;
  readonly at: Target;
}

/** The names in a list: `required: [a, b]` */
export const listPlaces = (value: SourceValue | undefined, pointer: Pointer): readonly FieldPlace[] =>
  isSourceArray(value)
    ? value.flatMap((name, index) => (typeof name === "string" ? [{ name, at: { pointer: child(pointer, index) } }] : []))
    : [];

/** A name that is a key: `dependentRequired: { a: … }` */
export const keyPlace = (name: string, owner: Pointer): FieldPlace => ({ name, at: { pointer: child(owner, name), part: "key" } });

/** The names that a schema requires. */
export const requiredPlaces = (schema: SourceValue | undefined, pointer: Pointer): readonly FieldPlace[] =>
  isSourceObject(schema) ? listPlaces(schema.get("required"), child(pointer, "required")) : [];

/** The names that the branches of an `anyOf` or `oneOf` require. */
export const branchPlaces = (branches: SourceValue | undefined, pointer: Pointer): readonly FieldPlace[] =>
  isSourceArray(branches) ? branches.flatMap((branch, index) => requiredPlaces(branch, child(pointer, index))) : [];

/** The first place where the rule spells the name; the rule's own where it does not spell it. */
export const placeOf = (
  { places = [], pointer }: { readonly places?: readonly FieldPlace[]; readonly pointer: Pointer },
  name: string,
): Target => places.find((place) => place.name === name)?.at ?? { pointer };
