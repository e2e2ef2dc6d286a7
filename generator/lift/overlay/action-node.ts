import type { SourceObject, SourceValue } from "../../source/value.js";
import { fingerprint, type LiftedAction } from "../express/action-of.js";
import type { Evidence } from "../finding.js";
import { liftedMember } from "./lifted-overlay.js";

/** `file:line:column` of a sentence. */
export type PlaceText = (evidence: Evidence) => string;

const evidenceNode =
  (statement: string, placeText: PlaceText | undefined) =>
  (evidence: Evidence): SourceObject =>
    new Map<string, SourceValue>([
      ["statement", statement],
      ["sentence", evidence.sentence],
      ...(placeText === undefined ? [] : [["at", placeText(evidence)] as const]),
      ["recogniser", evidence.recogniser],
      ["confidence", evidence.confidence],
    ]);

/** The value of `x-evidence`: a list, so that overlays join it with what stands there. */
export const evidenceNodes = ({ statement, finding }: LiftedAction, placeText?: PlaceText): readonly SourceObject[] => finding.evidence.map(evidenceNode(statement, placeText));

/** An Action Object (Overlay 1.0 §3.4.3) with what `lift` has to know of it when it runs again. */
export const actionNode = (action: LiftedAction, placeText: PlaceText): SourceObject => {
  const { target, update, statement, others, finding, chosen } = action;
  const members: (readonly [string, SourceValue])[] = [
    ["target", target],
    ["description", finding.note === undefined ? statement : `${statement} (${finding.note})`],
    ["update", chosen ?? update],
    ...(others.length === 0 ? [] : [["x-other-readings", others] as const]),
    ["x-evidence", evidenceNodes(action, placeText)],
    // of what was proposed: another reading is a decision, which later runs keep as they keep what is changed by hand
    [liftedMember, new Map([["statement", statement], ["update", fingerprint(update)]])],
  ];
  return new Map(members);
};
