import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";
import { fingerprint } from "../express/action-of.js";

/** Where an overlay of rules keeps what it has to remember. */
export const liftedMember = "x-lifted";
export const rejectedMember = "x-rejected";

/** An action of an overlay that `lift` wrote, as it stands there now. */
export interface OwnAction {
  readonly index: number;
  readonly target: string;
  readonly statement: string;
  /** Its `update` is not what was lifted: somebody decided otherwise. */
  readonly isEdited: boolean;
  readonly action: SourceObject;
}

/** What a person decided against. */
export interface Rejected {
  readonly target: string;
  readonly statement: string;
}

export interface LiftedOverlay {
  readonly actions: readonly OwnAction[];
  readonly rejected: readonly Rejected[];
}

const textOf = (object: SourceObject, key: string): string => {
  const value = object.get(key);
  return typeof value === "string" ? value : "";
};

const ownAction = (action: SourceValue, index: number): readonly OwnAction[] => {
  if (!isSourceObject(action)) return [];
  const lifted = action.get(liftedMember);
  if (!isSourceObject(lifted)) return [];
  const isEdited = fingerprint(action.get("update") ?? null) !== textOf(lifted, "update");
  return [{ index, target: textOf(action, "target"), statement: textOf(lifted, "statement"), isEdited, action }];
};

/** What `lift` wrote into an overlay before, and what was decided since. */
export const readLifted = (overlay: SourceValue | undefined): LiftedOverlay => {
  if (!isSourceObject(overlay)) return { actions: [], rejected: [] };
  const [actions, rejected] = [overlay.get("actions"), overlay.get(rejectedMember)];
  return {
    actions: isSourceArray(actions) ? actions.flatMap(ownAction) : [],
    rejected: isSourceArray(rejected) ? rejected.filter(isSourceObject).map((one) => ({ target: textOf(one, "target"), statement: textOf(one, "statement") })) : [],
  };
};
