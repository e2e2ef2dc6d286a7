import type { Confidence } from "../confidence.js";
import { isAtLeast } from "../confidence.js";
import type { LiftedAction } from "../express/action-of.js";
import type { LiftedOverlay, OwnAction, Rejected } from "./lifted-overlay.js";

/** What became of findings since the overlay was written. */
export interface Reconciled {
  /** Not in the overlay yet, and not decided against. */
  readonly added: readonly LiftedAction[];
  /** There, as lifted; the evidence, or the keywords that say it, may have changed. */
  readonly known: readonly { readonly own: OwnAction; readonly action: LiftedAction }[];
  /** There, and changed by hand: kept as it is. */
  readonly edited: readonly { readonly own: OwnAction; readonly action: LiftedAction }[];
  /** There, but no sentence says it any more. */
  readonly stale: readonly OwnAction[];
  readonly rejected: readonly LiftedAction[];
}

const isSame = (one: Rejected, other: Rejected): boolean => one.target === other.target && one.statement === other.statement;

/** Compares what was found with an overlay. Findings that are less sure than `least` are only known again, not added. */
export const reconcile = (found: readonly LiftedAction[], { actions, rejected }: LiftedOverlay, least: Confidence): Reconciled => {
  const ownOf = (action: LiftedAction): OwnAction | undefined => actions.find((own) => isSame(own, action));
  const paired = found.flatMap((action) => {
    const own = ownOf(action);
    return own === undefined ? [] : [{ own, action }];
  });
  const fresh = found.filter((action) => ownOf(action) === undefined);
  const isRejected = (action: LiftedAction): boolean => rejected.some((one) => isSame(one, action));
  return {
    added: fresh.filter((action) => !isRejected(action) && isAtLeast(action.confidence, least)),
    known: paired.filter(({ own }) => !own.isEdited),
    edited: paired.filter(({ own }) => own.isEdited),
    stale: actions.filter((own) => !paired.some((pair) => pair.own === own)),
    rejected: fresh.filter(isRejected),
  };
};
