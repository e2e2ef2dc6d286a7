import type { ChangeCode } from "../registry.js";
import type { Comparing, Found, Pair } from "../comparing.js";
import { type Flat, flatten } from "../shapes/flat.js";
import { keywordPlace, type Placed, placedParts } from "../shapes/places.js";
import type { World } from "../shapes/world.js";
import type { Shape } from "../../surface/shape.js";
import type { Pointer } from "../../source/pointer.js";
import { sharedRefs } from "./shared-refs.js";

interface Side {
  readonly flat: Flat;
  readonly parts: readonly Placed[];
}

/** A pair without unions, with all that each side says of its value. */
export interface Meeting {
  readonly pair: Pair;
  readonly old: Side;
  readonly now: Side;
}

const partsOf = (shapes: readonly Shape[], place: Pointer, world: World): readonly Placed[] => {
  const parts = shapes.flatMap((shape) => placedParts({ shape, at: place }, world));
  return parts.length === 0 ? [{ shape: {}, at: place }] : parts;
};

export const meetingOf = (pair: Pair, comparing: Comparing): Meeting => {
  const { oldWorld, newWorld } = comparing;
  const shared = sharedRefs(pair, comparing);
  return {
    pair,
    old: { flat: flatten(pair.before, oldWorld, shared.old), parts: partsOf(pair.before, pair.beforeAt, oldWorld) },
    now: { flat: flatten(pair.after, newWorld, shared.now), parts: partsOf(pair.after, pair.afterAt, newWorld) },
  };
};

/** A finding at a keyword of both sides. */
export const foundAt = ({ pair, old, now }: Meeting, code: ChangeCode, detail: string, keyword: string): Found => ({
  code,
  subject: pair.subject,
  detail,
  directions: pair.directions,
  before: { pointer: keywordPlace(old.parts, keyword) },
  after: { pointer: keywordPlace(now.parts, keyword) },
});
