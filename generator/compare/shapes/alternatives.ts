import type { Shape } from "../../surface/shape.js";
import { casesOf } from "./cases-of.js";
import { flatten } from "./flat.js";
import type { World } from "./world.js";

/** The forms that a value may have besides null. */
export interface Alternatives {
  readonly nullable: boolean;
  readonly forms: readonly (readonly Shape[])[];
  /** How many of the unions that they come from, one in the other, are `oneOf`: these refuse what is right by several forms. */
  readonly exclusive: number;
  readonly discriminator?: Shape["discriminator"];
  /** Several unions at once multiply out; they are compared as a whole. */
  readonly isTangled: boolean;
}

/** Unions in unions that are looked into. */
const deepest = 8;

export const alternativesOf = (shapes: readonly Shape[], world: World, apart: ReadonlySet<string>, depth = 0): Alternatives => {
  const flat = flatten(shapes, world, apart);
  const [union, ...others] = flat.unions;
  const mayBeNull = flat.types.has("null");
  if (union === undefined || others.length > 0 || depth > deepest)
    return { nullable: mayBeNull, forms: flat.never || (flat.types.size === 1 && mayBeNull) ? [] : [shapes], exclusive: 0, isTangled: others.length > 0 };
  const inner = (casesOf(flat) ?? []).filter((one) => !flatten(one, world).never).map((one) => alternativesOf(one, world, apart, depth + 1));
  const isNull = (one: readonly Shape[]): boolean => {
    const { types } = flatten(one, world);
    return types.size === 1 && types.has("null");
  };
  const takingNull = inner.filter((one) => one.nullable || one.forms.some(isNull)).length;
  return {
    nullable: union.keyword === "oneOf" ? takingNull === 1 : takingNull > 0,
    forms: inner.flatMap((one) => one.forms).filter((one) => !isNull(one)),
    exclusive: (union.keyword === "oneOf" ? 1 : 0) + inner.reduce((sum, one) => sum + one.exclusive, 0),
    ...(union.discriminator === undefined ? {} : { discriminator: union.discriminator }),
    isTangled: inner.some(({ isTangled }) => isTangled),
  };
};
