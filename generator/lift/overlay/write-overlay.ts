import type { SourceFile } from "../../source/document.js";
import { jsonOf } from "../../source/json-of.js";
import { child } from "../../source/pointer.js";
import { stringifyYaml } from "../../source/stringify.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";
import type { LiftedAction } from "../express/action-of.js";
import { allEdits, applyEdits, isRefused, type Refused, type TextEdit, type TextWriter } from "../write/text-edit.js";
import { saysExactly, writerFor } from "../write/writer-for.js";
import { actionNode, type PlaceText } from "./action-node.js";
import { liftedMember, type Rejected, rejectedMember } from "./lifted-overlay.js";
import type { Reconciled } from "./reconcile.js";

/** An overlay as it stands in its file. */
export interface OverlayText {
  readonly file: SourceFile;
  readonly value: SourceValue;
}

/** What is decided about findings. */
export interface Changes {
  readonly added: readonly LiftedAction[];
  readonly known: Reconciled["known"];
  readonly rejected: readonly Rejected[];
}

const rejectedNodes = (rejected: readonly Rejected[]): readonly SourceObject[] => rejected.map(({ target, statement }) => new Map([["target", target], ["statement", statement]]));

const noLift = "nothing";

/** An overlay has one action at least (Overlay 1.0 §3.4.1); this one does nothing, and makes room for the first that does. */
const placeholder: SourceObject = new Map<string, SourceValue>([["target", "$"], ["description", "nothing is accepted yet"], ["update", new Map()], [liftedMember, noLift]]);

/** A new overlay; Overlay 1.0 has everything that is needed. */
const newOverlay = ({ added, rejected }: Changes, describes: string, placeText: PlaceText): SourceObject =>
  new Map<string, SourceValue>([
    ["overlay", "1.0.0"],
    ["info", new Map([["title", `Rules that ${describes} states in words`], ["version", "1.0.0"]])],
    ["extends", describes],
    ...(rejected.length === 0 ? [] : [[rejectedMember, rejectedNodes(rejected)] as const]),
    ["actions", added.length === 0 ? [placeholder] : added.map((action) => actionNode(action, placeText))],
  ]);

const members = (value: SourceValue | undefined): readonly SourceValue[] => (isSourceArray(value) ? value : []);

/** A text with some of it changed, and what it says then. */
interface Draft {
  readonly value: SourceObject;
  readonly edits: readonly (readonly TextEdit[] | Refused)[];
}

/** The members of a known action that are not what they were. */
const refreshed = ({ own, action }: Reconciled["known"][number], placeText: PlaceText): readonly (readonly [string, SourceValue])[] =>
  [...actionNode(action, placeText)].filter(([key, member]) => {
    const before = own.action.get(key);
    return before === undefined || jsonOf(member) !== jsonOf(before);
  });

const withMember = (object: SourceObject, key: string, value: SourceValue): SourceObject => new Map([...object, [key, value]]);

const withItem = (object: SourceObject, index: number, item: SourceValue): SourceObject => withMember(object, "actions", members(object.get("actions")).with(index, item));

const withKnown = (draft: Draft, { own, action }: Reconciled["known"][number], { replace, merge }: TextWriter, placeText: PlaceText): Draft => {
  const changed = refreshed({ own, action }, placeText);
  if (changed.length === 0) return draft;
  const pointer = child("/actions", own.index);
  const added = changed.filter(([key]) => !own.action.has(key));
  const edits = changed.filter(([key]) => own.action.has(key)).map(([key, value]) => replace(child(pointer, key), value));
  return {
    value: withItem(draft.value, own.index, new Map([...own.action, ...changed])),
    edits: [...draft.edits, ...edits, ...(added.length === 0 ? [] : [merge(own.action, pointer, new Map(added))])],
  };
};

const isPlaceholder = (action: SourceValue): boolean => isSourceObject(action) && action.get(liftedMember) === noLift;

/** Items behind those of a list; a list that is empty or missing is written anew. */
const withItems = (draft: Draft, key: string, items: readonly SourceValue[], { replace, merge }: TextWriter): Draft => {
  if (items.length === 0) return draft;
  const before = draft.value.get(key);
  const value = withMember(draft.value, key, [...members(before), ...items]);
  const edit = isSourceArray(before) && before.length === 0 ? replace(child("", key), items) : merge(draft.value, "", new Map([[key, items]]));
  return { value, edits: [...draft.edits, edit] };
};

const withAdded = (draft: Draft, nodes: readonly SourceObject[], writer: TextWriter): Draft => {
  const free = members(draft.value.get("actions")).findIndex(isPlaceholder);
  const [first, ...more] = nodes;
  if (free === -1 || first === undefined) return withItems(draft, "actions", nodes, writer);
  const filled: Draft = { value: withItem(draft.value, free, first), edits: [...draft.edits, writer.replace(child("/actions", free), first)] };
  return withItems(filled, "actions", more, writer);
};

/** The text with the changes in it; everything else stays byte for byte. */
const changedText = ({ file, value }: OverlayText & { readonly value: SourceObject }, { added, known, rejected }: Changes, placeText: PlaceText): string | Refused => {
  const writer = writerFor(file);
  const updated = known.reduce<Draft>((draft, one) => withKnown(draft, one, writer, placeText), { value, edits: [] });
  const extended = withAdded(updated, added.map((action) => actionNode(action, placeText)), writer);
  const draft = withItems(extended, rejectedMember, rejectedNodes(rejected), writer);
  const edits = allEdits(draft.edits);
  if (isRefused(edits)) return edits;
  const text = applyEdits(file.text, edits);
  return saysExactly({ path: file.path, text }, draft.value) ? text : { refused: "it is laid out so that nothing can be changed in it" };
};

/** The text of an overlay with the changes; the same text where there are none. With `before` undefined it is a new one, in YAML unless its name ends in `.json`. */
export const overlayText = (
  before: OverlayText | undefined,
  changes: Changes,
  { describes, json, placeText }: { readonly describes: string; readonly json: boolean; readonly placeText: PlaceText },
): string | Refused => {
  if (before === undefined) {
    const overlay = newOverlay(changes, describes, placeText);
    return json ? `${jsonOf(overlay, "  ")}\n` : stringifyYaml(overlay);
  }
  return isSourceObject(before.value) ? changedText({ ...before, value: before.value }, changes, placeText) : { refused: "it is no overlay" };
};
