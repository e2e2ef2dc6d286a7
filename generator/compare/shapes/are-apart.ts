import type { JsonValue } from "../../code/json-value.js";
import type { Shape } from "../../surface/shape.js";
import { type Flat, flatten, memberShapes, takesType } from "./flat.js";
import type { World } from "./world.js";

/** Whose named schemas the two sides refer to. */
export interface Worlds {
  readonly innerWorld: World;
  readonly outerWorld: World;
}

/** Do both list values, and none of them alike? */
const listDifferently = (left: readonly JsonValue[] | undefined, right: readonly JsonValue[] | undefined): boolean => {
  if (left === undefined || right === undefined) return false;
  const texts = new Set(right.map((value) => JSON.stringify(value)));
  return !left.some((value) => texts.has(JSON.stringify(value)));
};

/** Is no value in both? Told by types, and by a field that both list differently. */
export const areApart = (flat: Flat, other: Shape, { innerWorld, outerWorld }: Worlds): boolean => {
  const there = flatten([other], outerWorld);
  if (there.never || ![...flat.types].some((type) => takesType(there.types, type) || (type === "number" && there.types.has("integer")))) return true;
  if (flat.listed !== undefined && there.listed !== undefined) return listDifferently(flat.listed, there.listed);
  const onlyObjects = [...flat.types].every((type) => type === "object");
  if (!onlyObjects) return false;
  // one of them demands the field, so a value of both would have it as both describe it
  return [...new Set([...flat.required, ...there.required])].some((name) => {
    const [own, foreign] = [memberShapes(flat, name), memberShapes(there, name)];
    if (own === undefined || foreign === undefined) return true;
    return listDifferently(flatten(own, innerWorld).listed, flatten(foreign, outerWorld).listed);
  });
};
