import { changed, type Comparing, type Found } from "../comparing.js";
import { shapeText } from "../shapes/describe.js";
import type { Flat } from "../shapes/flat.js";
import { compareInner } from "./compare-inner.js";
import { foundAt, type Meeting } from "./meeting.js";

const tupleText = ({ tuples }: Flat): string => (tuples.length === 0 ? "none" : `[${tuples.flat().map(shapeText).join(", ")}]`);

const compareUnique = (meeting: Meeting): readonly Found[] => {
  const [before, after] = [meeting.old.flat.unique, meeting.now.flat.unique];
  return before === after ? [] : [foundAt(meeting, after ? "unique-added" : "unique-removed", "uniqueItems", "uniqueItems")];
};

const compareEach = (meeting: Meeting, comparing: Comparing): readonly Found[] => {
  const { old, now } = meeting;
  if (JSON.stringify(old.flat.tuples) !== JSON.stringify(now.flat.tuples)) return [foundAt(meeting, "tuple-changed", changed(tupleText(old.flat), tupleText(now.flat)), "prefixItems")];
  return compareInner(meeting, { keyword: "items", suffix: "[]", before: old.flat.items, after: now.flat.items, narrowed: "items-narrowed", widened: "items-widened" }, comparing);
};

/** What became of a list and its items. */
export const compareItems = (meeting: Meeting, comparing: Comparing): readonly Found[] => [...compareUnique(meeting), ...compareEach(meeting, comparing)];
