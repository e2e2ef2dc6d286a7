import { isSourceObject, type SourceArray, type SourceObject, type SourceValue } from "../source/value.js";
import { assertionKeys } from "./owner.js";

/** A branch of a choice, with its place in it. */
export interface Branch {
  readonly schema: SourceObject;
  readonly index: number;
}

const isNegation = (branch: SourceValue): boolean => isSourceObject(branch) && assertionKeys(branch).join() === "not";

/** The two branches of "not a, or b", whichever comes first; none where they are no such pair. */
export const negationFirst = ([first, second]: SourceArray): readonly Branch[] => {
  if (!isSourceObject(first) || !isSourceObject(second) || isNegation(first) === isNegation(second)) return [];
  const [left, right] = [
    { schema: first, index: 0 },
    { schema: second, index: 1 },
  ];
  return isNegation(first) ? [left, right] : [right, left];
};
