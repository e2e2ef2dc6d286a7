import { changed, type Comparing, type Found, type Pair } from "../comparing.js";
import { type Alternatives, alternativesOf } from "../shapes/alternatives.js";
import { shapesText } from "../shapes/describe.js";
import { shapesKey } from "../shapes/world.js";
import { compareForm } from "./compare-form.js";
import { compareTangled, compareUnions } from "./compare-unions.js";
import { foundOf } from "./found-of.js";
import { sameNulls } from "./same-nulls.js";
import { sharedRefs } from "./shared-refs.js";

const compareNulls = (pair: Pair, old: Alternatives, now: Alternatives, comparing: Comparing): readonly Found[] =>
  sameNulls(pair, old, now, comparing) ? [] : [foundOf(pair, now.nullable ? "null-added" : "null-removed", changed(shapesText(pair.before), shapesText(pair.after)))];

const compareAlternatives = (pair: Pair, old: Alternatives, now: Alternatives, comparing: Comparing): readonly Found[] => {
  if (old.isTangled || now.isTangled) return compareTangled(pair, comparing);
  const [[before, ...othersBefore], [after, ...othersAfter]] = [old.forms, now.forms];
  const isSole = before !== undefined && after !== undefined && othersBefore.length === 0 && othersAfter.length === 0;
  return isSole ? compareForm({ ...pair, before, after }, comparing) : compareUnions(pair, old, now, comparing);
};

/** Do both say the same in the same words, but for names? */
const areEqual = ({ before, after }: Pair, { renamed }: Pick<Comparing, "renamed">): boolean =>
  shapesKey(after) === shapesKey(before.map((shape) => (shape.ref === undefined ? shape : { ...shape, ref: renamed.get(shape.ref) ?? shape.ref })));

/**
 * What became of a value. Named schemas that both versions refer to are compared by themselves, so that a change is told once; in
 * circles of references each two schemas meet once.
 */
export const createCompareValues = (base: Omit<Comparing, "compareValues">): Comparing["compareValues"] => {
  const meetings = new Set<string>();
  const compareValues = (pair: Pair): readonly Found[] => {
    if (areEqual(pair, base)) return [];
    const { before, after } = pair;
    const meeting = `${shapesKey(before)} ${shapesKey(after)}`;
    if (meetings.has(meeting)) return [];
    meetings.add(meeting);
    const shared = sharedRefs(pair, base);
    const [old, now] = [alternativesOf(before, base.oldWorld, shared.old), alternativesOf(after, base.newWorld, shared.now)];
    const found = [...compareNulls(pair, old, now, comparing), ...compareAlternatives(pair, old, now, comparing)];
    meetings.delete(meeting);
    return found;
  };
  const comparing: Comparing = { ...base, compareValues };
  return compareValues;
};
