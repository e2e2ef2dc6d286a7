import type { Confidence } from "../../lift/confidence.js";
import { isAtLeast } from "../../lift/confidence.js";
import type { LiftedAction } from "../../lift/express/action-of.js";
import type { Evidence } from "../../lift/finding.js";
import type { Reconciled } from "../../lift/overlay/reconcile.js";
import type { Lifted } from "../../lift-description.js";
import type { ReadText } from "../../source/read-text.js";
import type { CommandOptions, Streams } from "../options.js";

/** What was found in a description, beside what an overlay has of it, and what is wanted. */
export interface LiftRun {
  readonly input: string;
  readonly out: string | undefined;
  readonly least: Confidence;
  readonly options: CommandOptions;
  readonly streams: Streams;
  readonly lifted: Lifted;
  readonly reconciled: Reconciled;
  /** The overlay as it stands; undefined where there is none yet. */
  readonly before: ReadText | undefined;
}

/** `file:line:column` of a sentence. */
export const placeText = ({ placeOf }: Lifted, evidence: Evidence): string => {
  const { file, start } = placeOf(evidence);
  return `${file}:${start.line}:${start.column}`;
};

export type FindingState = "new" | "known" | "edited" | "rejected" | "below";

/** What became of each finding since the overlay was written. */
export const statesIn = ({ added, known, edited, rejected }: Reconciled): ((action: LiftedAction) => FindingState) => {
  const states = new Map<LiftedAction, FindingState>([
    ...added.map((action) => [action, "new"] as const),
    ...known.map(({ action }) => [action, "known"] as const),
    ...edited.map(({ action }) => [action, "edited"] as const),
    ...rejected.map((action) => [action, "rejected"] as const),
  ]);
  return (action) => states.get(action) ?? "below";
};

/** Findings as sure as wanted. */
export const sureActions = ({ lifted, least }: LiftRun): readonly LiftedAction[] => lifted.actions.filter(({ confidence }) => isAtLeast(confidence, least));
