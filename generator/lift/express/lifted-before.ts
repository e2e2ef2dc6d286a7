import { valueAt } from "../../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject } from "../../source/value.js";
import { oncePer } from "../once-per.js";
import type { LiftedAction } from "./action-of.js";

/** Does the object that an action is for say by `x-evidence` that the statement was put there? */
export const liftedBefore = (root: SourceObject): ((action: Pick<LiftedAction, "pointer" | "statement">) => boolean) => {
  const statementsAt = oncePer((pointer: string): ReadonlySet<unknown> => {
    const object = valueAt(root, pointer);
    const evidence = isSourceObject(object) ? object.get("x-evidence") : undefined;
    return new Set(isSourceArray(evidence) ? evidence.filter(isSourceObject).map((one) => one.get("statement")) : []);
  });
  return ({ pointer, statement }) => statementsAt(pointer).has(statement);
};
