import { child, type Pointer } from "../../source/pointer.js";
import type { Shape } from "../../surface/shape.js";
import type { World } from "./world.js";

/** A shape with its place in the description. */
export interface Placed {
  readonly shape: Shape;
  readonly at: Pointer;
}

/** The schemas that hold together, the ones that are written at the place itself first. */
export const placedParts = ({ shape, at }: Placed, world: World): readonly Placed[] => {
  const found: Placed[] = [];
  const passed = new Set<Shape>();
  const add = (one: Placed): void => {
    if (passed.has(one.shape)) return;
    passed.add(one.shape);
    found.push(one);
    for (const [index, member] of (one.shape.allOf ?? []).entries()) add({ shape: member, at: child(one.at, "allOf", index) });
    const target = one.shape.ref === undefined ? undefined : world.schema(one.shape.ref);
    if (target !== undefined) add(target);
  };
  add({ shape, at });
  return found;
};

/** The place of a keyword, or that of the schema where it is not written. */
export const keywordPlace = (parts: readonly Placed[], keyword: string): Pointer => {
  const part = parts.find(({ shape }) => Object.hasOwn(shape, keyword));
  return part === undefined ? (parts[0]?.at ?? "") : child(part.at, keyword);
};

/** The place of a field, or that of the object where it is not described. */
export const fieldPlace = (parts: readonly Placed[], name: string): Pointer => {
  const part = parts.find(({ shape }) => shape.properties?.some(([key]) => key === name) === true);
  return part === undefined ? (parts[0]?.at ?? "") : child(part.at, "properties", name);
};
