import type { Comparing, Found } from "../comparing.js";
import { shapesText } from "../shapes/describe.js";
import { describedNames, isClosed, restShapes } from "../shapes/flat.js";
import { keywordPlace } from "../shapes/places.js";
import { isAnything } from "../shapes/world.js";
import { compareField } from "./compare-field.js";
import { foundAt, type Meeting } from "./meeting.js";

const keyword = "additionalProperties";

const compareRest = (meeting: Meeting, { compareValues }: Comparing): readonly Found[] => {
  const { pair, old, now } = meeting;
  const [wasClosed, closed] = [isClosed(old.flat), isClosed(now.flat)];
  if (wasClosed !== closed) return [foundAt(meeting, closed ? "object-closed" : "object-opened", keyword, keyword)];
  if (closed) return [];
  const [before, after] = [restShapes(old.flat).filter((one) => !isAnything(one)), restShapes(now.flat).filter((one) => !isAnything(one))];
  if (before.length === 0 && after.length === 0) return [];
  if (before.length === 0) return [foundAt(meeting, "map-narrowed", shapesText(after), keyword)];
  if (after.length === 0) return [foundAt(meeting, "map-widened", shapesText(before), keyword)];
  return compareValues({ ...pair, subject: `${pair.subject}.*`, before, after, beforeAt: keywordPlace(old.parts, keyword), afterAt: keywordPlace(now.parts, keyword) });
};

/** What became of the fields of an object, and of those that it does not describe. */
export const compareObjects = (meeting: Meeting, comparing: Comparing): readonly Found[] => {
  const flats = [meeting.old.flat, meeting.now.flat];
  const names = [...new Set(flats.flatMap((flat) => [...describedNames(flat), ...flat.required]))].sort();
  return [...names.flatMap((name) => compareField(meeting, name, comparing)), ...compareRest(meeting, comparing)];
};
