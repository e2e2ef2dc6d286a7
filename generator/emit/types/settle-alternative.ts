import type { Alternative, FieldState, FieldValue } from "../../rules/rule.js";

type State = FieldState | FieldValue;

const isThere = (state: State): boolean => state === "present" || state === "set";

const isGone = (state: State): boolean => state === "absent" || state === "unset";

/** Does a field of this value satisfy what else is said of it? */
const valueFits = (value: FieldValue, other: State): boolean => {
  if (typeof other === "object") return !("type" in value && "type" in other) || JSON.stringify(value.type) === JSON.stringify(other.type);
  const isNull = "type" in value && value.type === null;
  return other === "present" || (other === "set" ? !isNull : other === "unset" && isNull);
};

/** Both statements about one field as one; undefined where they contradict each other. */
const both = (left: State, right: State): State | undefined => {
  if (typeof left === "object") return valueFits(left, right) ? left : undefined;
  if (typeof right === "object") return both(right, left);
  if (isThere(left) && isThere(right)) return left === "set" ? left : right;
  if (isGone(left) && isGone(right)) return left === "absent" ? left : right;
  // present, and left out or null: it is null
  return left !== "set" && right !== "set" && left !== "absent" && right !== "absent" ? { type: null } : undefined;
};

/** The alternative with each field once; undefined where no value can fulfil it. */
export const settleAlternative = (alternative: Alternative): Alternative | undefined => {
  const states = new Map<string, State>();
  for (const { name, state } of alternative) {
    const before = states.get(name);
    const after = before === undefined ? state : both(before, state);
    if (after === undefined) return undefined;
    states.set(name, after);
  }
  return [...states].map(([name, state]) => ({ name, state }));
};
