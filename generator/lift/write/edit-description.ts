import { merge } from "../../source/overlay/merge.js";
import { traceFrom } from "../../source/overlay/trace.js";
import type { ReadText } from "../../source/read-text.js";
import { valueAt } from "../../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";
import type { LiftedAction } from "../express/action-of.js";
import { evidenceNodes } from "../overlay/action-node.js";
import { applyEdits, isRefused, type Refused, type TextEdit, type TextWriter } from "./text-edit.js";
import { saysExactly, writerFor } from "./writer-for.js";

/** An action that was not carried out, and why. */
export interface LeftOut {
  readonly action: LiftedAction;
  readonly reason: string;
}

export interface EditedDescription {
  /** The same as before where nothing was written. */
  readonly text: string;
  readonly written: readonly LiftedAction[];
  readonly leftOut: readonly LeftOut[];
}

/** An object of the description, however many pointers lead to it, with what is to be merged into it. */
interface Target {
  readonly object: SourceObject;
  readonly actions: readonly LiftedAction[];
}

interface Planned extends Target {
  readonly update: SourceObject;
  readonly edits: readonly TextEdit[];
}

const merged = (entry: ReadText, own: SourceValue, update: SourceValue): SourceValue | undefined => {
  const trace = traceFrom({ file: entry, from: "" });
  let fits = true;
  const { value } = merge({ value: own, trace }, { value: update, trace }, () => (fits = false));
  return fits ? value : undefined;
};

const emptyObject: SourceObject = new Map();

/** What all actions at an object bring, with the sentences for it. */
const updateOf = ({ actions }: Target, entry: ReadText): SourceObject | undefined => {
  let whole: SourceValue | undefined = emptyObject;
  for (const action of actions) {
    const one = new Map<string, SourceValue>([...action.update, ["x-evidence", evidenceNodes(action)]]);
    whole = whole === undefined ? undefined : merged(entry, whole, one);
  }
  return isSourceObject(whole) ? whole : undefined;
};

/** Objects that stand at several places by aliases are one, and what is found at each place is the same. */
const targetsOf = (actions: readonly LiftedAction[], { value }: ReadText): readonly Target[] => {
  const byObject = new Map<SourceObject, LiftedAction[]>();
  for (const action of actions) {
    const object = valueAt(value, action.pointer);
    if (!isSourceObject(object)) continue;
    const known = byObject.get(object) ?? [];
    if (known.every(({ statement }) => statement !== action.statement)) known.push(action);
    byObject.set(object, known);
  }
  return [...byObject].map(([object, own]) => ({ object, actions: own }));
};

/** The value that the text has to have afterwards; undefined where an update fits nothing. */
const expected = (entry: ReadText, planned: readonly Planned[]): SourceValue | undefined => {
  const updates = new Map(planned.map(({ object, update }) => [object, update]));
  const known = new Map<SourceValue, SourceValue>();
  let fits = true;
  const changed = (value: SourceValue): SourceValue => {
    if (!isSourceObject(value) && !isSourceArray(value)) return value;
    const before = known.get(value);
    if (before !== undefined) return before;
    const inner: SourceValue = isSourceArray(value) ? value.map(changed) : new Map([...value].map(([key, member]) => [key, changed(member)]));
    const update = isSourceObject(value) ? updates.get(value) : undefined;
    const whole = update === undefined ? inner : merged(entry, inner, update);
    if (whole === undefined) fits = false;
    known.set(value, whole ?? inner);
    return whole ?? inner;
  };
  const value = changed(entry.value);
  return fits ? value : undefined;
};

/** The edited text is read again, and must say what it did and the updates, and nothing else. */
const isRight = (entry: ReadText, planned: readonly Planned[], text: string): boolean => {
  const wanted = expected(entry, planned);
  return wanted !== undefined && saysExactly({ path: entry.file.path, text }, wanted);
};

const planTarget = (target: Target, entry: ReadText, { merge: mergeInto }: TextWriter): Planned | Refused => {
  const [first] = target.actions;
  const update = updateOf(target, entry);
  if (first === undefined || update === undefined) return { refused: "the findings about it do not fit together" };
  const edits = mergeInto(target.object, first.pointer, update);
  return isRefused(edits) ? edits : { ...target, update, edits };
};

const textWith = (entry: ReadText, planned: readonly Planned[]): string => applyEdits(entry.file.text, planned.flatMap(({ edits }) => edits));

/** Those that can be written, which are all but what the layout of the file makes impossible. */
const safe = (entry: ReadText, planned: readonly Planned[]): readonly Planned[] => {
  if (isRight(entry, planned, textWith(entry, planned))) return planned;
  const single = planned.filter((one) => isRight(entry, [one], textWith(entry, [one])));
  return single.length < planned.length && isRight(entry, single, textWith(entry, single)) ? single : [];
};

/** A description with what actions bring merged into its text where it stands; the rest of the text stays byte for byte. */
export const editDescription = (entry: ReadText, actions: readonly LiftedAction[]): EditedDescription => {
  if (actions.length === 0) return { text: entry.file.text, written: [], leftOut: [] };
  const writer = writerFor(entry.file);
  const plans = targetsOf(actions, entry).map((target) => ({ target, plan: planTarget(target, entry, writer) }));
  const possible = plans.flatMap(({ plan }) => ("refused" in plan ? [] : [plan]));
  const written = safe(entry, possible);
  return {
    text: textWith(entry, written),
    written: written.flatMap((plan) => plan.actions),
    leftOut: plans.flatMap(({ target, plan }) => {
      const reason = "refused" in plan ? plan.refused : written.includes(plan) ? undefined : "the file is laid out so that nothing can be added there";
      return reason === undefined ? [] : target.actions.map((action) => ({ action, reason }));
    }),
  };
};
