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

export const stateOf = (action: LiftedAction, { added, known, edited, rejected }: Reconciled): FindingState => {
  if (added.includes(action)) return "new";
  if (known.some((pair) => pair.action === action)) return "known";
  if (edited.some((pair) => pair.action === action)) return "edited";
  return rejected.includes(action) ? "rejected" : "below";
};

/** Findings as sure as wanted. */
export const sureActions = ({ lifted, least }: LiftRun): readonly LiftedAction[] => lifted.actions.filter(({ confidence }) => isAtLeast(confidence, least));
