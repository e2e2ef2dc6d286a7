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

const keyOf = ({ target, statement }: Rejected): string => JSON.stringify([target, statement]);

/** Compares what was found with an overlay. Findings that are less sure than `least` are only known again, not added. */
export const reconcile = (found: readonly LiftedAction[], { actions, rejected }: LiftedOverlay, least: Confidence): Reconciled => {
  // of two that are the same, the first is ours
  const byKey = new Map(actions.toReversed().map((own) => [keyOf(own), own]));
  const against = new Set(rejected.map(keyOf));
  const paired = found.flatMap((action) => {
    const own = byKey.get(keyOf(action));
    return own === undefined ? [] : [{ own, action }];
  });
  const seen = new Set(paired.map(({ own }) => own));
  const fresh = found.filter((action) => !byKey.has(keyOf(action)));
  return {
    added: fresh.filter((action) => !against.has(keyOf(action)) && isAtLeast(action.confidence, least)),
    known: paired.filter(({ own }) => !own.isEdited),
    edited: paired.filter(({ own }) => own.isEdited),
    stale: actions.filter((own) => !seen.has(own)),
    rejected: fresh.filter((action) => against.has(keyOf(action))),
  };
};
