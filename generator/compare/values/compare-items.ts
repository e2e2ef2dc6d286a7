import { changed, type Comparing, type Found } from "../comparing.js";
import { shapesText, shapeText } from "../shapes/describe.js";
import type { Flat } from "../shapes/flat.js";
import { keywordPlace } from "../shapes/places.js";
import { isAnything } from "../shapes/world.js";
import { foundAt, type Meeting } from "./meeting.js";

const tupleText = ({ tuples }: Flat): string => (tuples.length === 0 ? "none" : `[${tuples.flat().map(shapeText).join(", ")}]`);

const compareUnique = (meeting: Meeting): readonly Found[] => {
  const [before, after] = [meeting.old.flat.unique, meeting.now.flat.unique];
  return before === after ? [] : [foundAt(meeting, after ? "unique-added" : "unique-removed", "uniqueItems", "uniqueItems")];
};

const compareEach = (meeting: Meeting, { compareValues }: Comparing): readonly Found[] => {
  const { pair, old, now } = meeting;
  if (JSON.stringify(old.flat.tuples) !== JSON.stringify(now.flat.tuples)) return [foundAt(meeting, "tuple-changed", changed(tupleText(old.flat), tupleText(now.flat)), "prefixItems")];
  const [before, after] = [old.flat.items.filter((one) => !isAnything(one)), now.flat.items.filter((one) => !isAnything(one))];
  if (before.length === 0 && after.length === 0) return [];
  if (before.length === 0) return [foundAt(meeting, "items-narrowed", shapesText(after), "items")];
  if (after.length === 0) return [foundAt(meeting, "items-widened", shapesText(before), "items")];
  return compareValues({ ...pair, subject: `${pair.subject}[]`, before, after, beforeAt: keywordPlace(old.parts, "items"), afterAt: keywordPlace(now.parts, "items") });
};

/** What became of a list and its items. */
export const compareItems = (meeting: Meeting, comparing: Comparing): readonly Found[] => [...compareUnique(meeting), ...compareEach(meeting, comparing)];
