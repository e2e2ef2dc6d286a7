import type { Shape } from "../../surface/shape.js";
import type { Comparing, Pair } from "../comparing.js";
import { type Alternatives, alternativesOf } from "../shapes/alternatives.js";
import { allTypes, flatten } from "../shapes/flat.js";
import type { World } from "../shapes/world.js";
import { sharedRefs } from "./shared-refs.js";

const nobody: ReadonlySet<string> = new Set();

const isSilent = (shapes: readonly Shape[], world: World, apart: ReadonlySet<string>): boolean => apart.size > 0 && flatten(shapes, world, apart).types.size === allTypes.length;

/** May both be null, or neither? Where all that a side says of it is said by schemas that both hold to, that is theirs to tell. */
export const sameNulls = (pair: Pair, old: Alternatives, now: Alternatives, comparing: Pick<Comparing, "oldWorld" | "newWorld" | "renamed">): boolean => {
  const { oldWorld, newWorld } = comparing;
  const shared = sharedRefs(pair, comparing);
  const [first, second] = [isSilent(pair.before, oldWorld, shared.old), isSilent(pair.after, newWorld, shared.now)];
  if (first && second) return true;
  if (!first && !second) return old.nullable === now.nullable;
  return alternativesOf(pair.before, oldWorld, nobody).nullable === alternativesOf(pair.after, newWorld, nobody).nullable;
};
