import type { JsonValue } from "../../code/json-value.js";
import type { Shape } from "../../surface/shape.js";
import { allTypes, type Flat } from "./flat.js";
import { isAnything } from "./world.js";

/** What a reference or `allOf` leads to stands beside it in a flat list. */
export const withoutLinks = ({ ref: _, allOf: __, ...shape }: Shape): Shape => shape;

/** Every alternative of one of the unions, with all else that holds. */
export const casesOf = (flat: Flat): readonly (readonly Shape[])[] | undefined => {
  const [union] = flat.unions;
  if (union === undefined) return undefined;
  const rest = flat.parts.map((part): Shape => {
    if (part[union.keyword] !== union.members) return withoutLinks(part);
    const { [union.keyword]: _, discriminator: __, ...others } = withoutLinks(part);
    return others;
  });
  return union.members.map((member) => [...rest.filter((part) => !isAnything(part)), member]);
};

/** Both booleans, and null: types that have so few values that a list may name them all. */
export const finiteValues = ({ types }: Flat): readonly JsonValue[] | undefined =>
  [...types].every((type) => type === "boolean" || type === "null") ? [...types].flatMap((type): readonly JsonValue[] => (type === "null" ? [null] : [true, false])) : undefined;

/** A case for each type. */
export const typeCases = (inner: readonly Shape[], { types, listed }: Flat): readonly (readonly Shape[])[] | undefined => {
  if (listed !== undefined || types.size < 2) return undefined;
  const all = types.size === allTypes.length ? allTypes : [...types];
  return all.map((type) => [...inner, { type: [type] }]);
};

const mostValues = 50;

/** A case for each listed value. */
export const valueCases = (inner: readonly Shape[], { listed }: Flat): readonly (readonly Shape[])[] | undefined =>
  listed === undefined || listed.length < 2 || listed.length > mostValues ? undefined : listed.map((value) => [...inner, { enum: [value] }]);
