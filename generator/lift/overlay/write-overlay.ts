import { isMap, isSeq, parseDocument } from "../../source/yaml.js";
import { jsonOf } from "../../source/json-of.js";
import { stringifyYaml } from "../../source/stringify.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";
import type { LiftedAction } from "../express/action-of.js";
import { actionNode, type PlaceText } from "./action-node.js";
import { type Rejected, rejectedMember } from "./lifted-overlay.js";
import type { Reconciled } from "./reconcile.js";

/** An overlay as it stands in its file. */
export interface OverlayText {
  readonly text: string;
  readonly value: SourceValue;
}

/** What is decided about findings. */
export interface Changes {
  readonly added: readonly LiftedAction[];
  readonly known: Reconciled["known"];
  readonly rejected: readonly Rejected[];
}

const rejectedNodes = (rejected: readonly Rejected[]): readonly SourceObject[] => rejected.map(({ target, statement }) => new Map([["target", target], ["statement", statement]]));

/** A new overlay; Overlay 1.0 has everything that is needed. */
const newOverlay = ({ added, rejected }: Changes, describes: string, placeText: PlaceText): SourceObject =>
  new Map<string, SourceValue>([
    ["overlay", "1.0.0"],
    ["info", new Map([["title", `Rules that ${describes} states in words`], ["version", "1.0.0"]])],
    ["extends", describes],
    ...(rejected.length === 0 ? [] : [[rejectedMember, rejectedNodes(rejected)] as const]),
    ["actions", added.map((action) => actionNode(action, placeText))],
  ]);

const isJson = (text: string): boolean => /^\s*\{/.test(text);

const members = (value: SourceValue | undefined): readonly SourceValue[] => (isSourceArray(value) ? value : []);

/** What an action that is known already becomes; undefined where nothing of it changes. */
const refreshed = ({ own, action }: Reconciled["known"][number], placeText: PlaceText): SourceObject | undefined => {
  const next = new Map([...own.action, ...actionNode(action, placeText)]);
  return jsonOf(next) === jsonOf(own.action) ? undefined : next;
};

const changedJson = ({ text, value }: OverlayText, { added, known, rejected }: Changes, placeText: PlaceText): string => {
  if (!isSourceObject(value)) return text;
  const byIndex = new Map(known.flatMap((one) => [[one.own.index, refreshed(one, placeText)] as const]));
  const actions = [...members(value.get("actions")).map((action, index) => byIndex.get(index) ?? action), ...added.map((action) => actionNode(action, placeText))];
  const next = new Map([...value, ["actions", actions] as const, ...(rejected.length === 0 ? [] : [[rejectedMember, [...members(value.get(rejectedMember)), ...rejectedNodes(rejected)]] as const])]);
  const indent = /^\{\s*\n([ \t]+)"/.exec(text)?.[1] ?? "  ";
  return jsonOf(next) === jsonOf(value) ? text : `${jsonOf(next, indent)}\n`;
};

/** Comments and layout of the rest stay. */
const changedYaml = ({ text, value }: OverlayText, { added, known, rejected }: Changes, placeText: PlaceText): string => {
  const document = parseDocument(text, { keepSourceTokens: true });
  let changes = 0;
  const set = (path: readonly (string | number)[], node: SourceValue): void => {
    document.setIn(path, document.createNode(node));
    changes += 1;
  };
  for (const one of known) {
    const next = refreshed(one, placeText);
    for (const [key, member] of next ?? []) if (jsonOf(member) !== jsonOf(one.own.action.get(key) ?? null)) set(["actions", one.own.index, key], member);
  }
  const append = (key: string, nodes: readonly SourceObject[]): void => {
    if (nodes.length === 0) return;
    const list = document.get(key);
    if (!isSeq(list)) return set([key], nodes);
    for (const node of nodes) list.add(document.createNode(node));
    // a list that was written as [] would go on in brackets
    list.flow = false;
    changes += nodes.length;
  };
  append("actions", added.map((action) => actionNode(action, placeText)));
  append(rejectedMember, rejectedNodes(rejected));
  return changes === 0 || !isMap(document.contents) || !isSourceObject(value) ? text : document.toString({ lineWidth: 0 });
};

/** The text of an overlay with the changes; the same text where there are none. With `before` undefined it is a new one, in YAML unless its name ends in `.json`. */
export const overlayText = (before: OverlayText | undefined, changes: Changes, { describes, json, placeText }: { readonly describes: string; readonly json: boolean; readonly placeText: PlaceText }): string => {
  if (before !== undefined) return isJson(before.text) ? changedJson(before, changes, placeText) : changedYaml(before, changes, placeText);
  const overlay = newOverlay(changes, describes, placeText);
  return json ? `${jsonOf(overlay, "  ")}\n` : stringifyYaml(overlay);
};

