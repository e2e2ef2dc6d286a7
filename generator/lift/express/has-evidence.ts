import { valueAt } from "../../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject } from "../../source/value.js";
import type { LiftedAction } from "./action-of.js";

/** Does the object that an action is for say by `x-evidence` that the statement was put there? */
export const hasEvidence = (root: SourceObject, { pointer, statement }: Pick<LiftedAction, "pointer" | "statement">): boolean => {
  const object = valueAt(root, pointer);
  const evidence = isSourceObject(object) ? object.get("x-evidence") : undefined;
  return isSourceArray(evidence) && evidence.some((one) => isSourceObject(one) && one.get("statement") === statement);
};
