import { type Pointer, tokens } from "../pointer.js";
import { isSourceArray, isSourceObject, type SourceArray, type SourceObject, type SourceValue } from "../value.js";
import { type Trace, type Traced, traceOfMember } from "./trace.js";

/** What becomes of a value; undefined where it goes. */
export type Change = (target: Traced) => Traced | undefined;

/** Values below a value that are to be changed. */
interface Edit {
  isTarget: boolean;
  readonly members: Map<string, Edit>;
}

const createEdit = (): Edit => ({ isTarget: false, members: new Map() });

const editsOf = (targets: readonly Pointer[]): Edit => {
  const root = createEdit();
  for (const target of targets) {
    let at = root;
    for (const token of tokens(target)) {
      const next = at.members.get(token) ?? createEdit();
      at.members.set(token, next);
      at = next;
    }
    at.isTarget = true;
  }
  return root;
};

const editObject = (object: SourceObject, trace: Trace, edits: Edit["members"], change: Change): Traced => {
  const value = new Map(object);
  const members = new Map(trace.members);
  for (const [name, edit] of edits) {
    const member = object.get(name);
    const edited = member === undefined ? undefined : perform({ value: member, trace: traceOfMember(trace, name) }, edit, change);
    if (edited === undefined) {
      value.delete(name);
      members.delete(name);
    } else {
      value.set(name, edited.value);
      members.set(name, edited.trace);
    }
  }
  return { value, trace: { ...trace, members } };
};

/** Items that stay know where they were, since those that went were counted there. */
const editList = (list: SourceArray, trace: Trace, edits: Edit["members"], change: Change): Traced => {
  const items = list.flatMap((value, index): readonly Traced[] => {
    const item = { value, trace: traceOfMember(trace, index) };
    const edit = edits.get(String(index));
    const edited = edit === undefined ? item : perform(item, edit, change);
    return edited === undefined ? [] : [edited];
  });
  const value: readonly SourceValue[] = items.map((item) => item.value);
  return { value, trace: { ...trace, members: new Map(items.map((item, index) => [String(index), item.trace])) } };
};

const perform = (target: Traced, { isTarget, members }: Edit, change: Change): Traced | undefined => {
  const changed = isTarget ? change(target) : target;
  if (changed === undefined || members.size === 0) return changed;
  if (isSourceObject(changed.value)) return editObject(changed.value, changed.trace, members, change);
  return isSourceArray(changed.value) ? editList(changed.value, changed.trace, members, change) : changed;
};

/** The root with its targets changed, all in one walk: an outer target first, then what is in it. */
export const editAt = (root: Traced, targets: readonly Pointer[], change: Change): Traced => perform(root, editsOf(targets), change) ?? root;
