import { createCollector } from "../../../generator/diagnostics/collector.js";
import { actionOf, type LiftedAction } from "../../../generator/lift/express/action-of.js";
import { liftedBefore } from "../../../generator/lift/express/lifted-before.js";
import { lift } from "../../../generator/lift/lift.js";
import { editDescription, type EditedDescription } from "../../../generator/lift/write/edit-description.js";
import { readText, type ReadText } from "../../../generator/source/read-text.js";
import { isSourceObject } from "../../../generator/source/value.js";

/** A description that has no faults. */
export const readDescription = (path: string, text: string): ReadText => {
  const { report, diagnostics } = createCollector(new Map());
  const read = readText({ path, text }, report);
  const errors = diagnostics().filter(({ severity }) => severity === "error");
  if (read === undefined || errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return read;
};

/** What its prose states and was not written yet. */
export const actionsIn = ({ value }: ReadText): readonly LiftedAction[] => {
  if (!isSourceObject(value)) return [];
  const isKnown = liftedBefore(value);
  return lift(value).flatMap((finding) => {
    const action = actionOf(finding, value);
    return action === undefined || isKnown(action) ? [] : [action];
  });
};

export const written = (path: string, text: string): EditedDescription => {
  const read = readDescription(path, text);
  return editDescription(read, actionsIn(read));
};
