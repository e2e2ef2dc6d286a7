import type { Comparing, Found } from "../comparing.js";
import { describedNames, isClosed, restShapes } from "../shapes/flat.js";
import { compareField } from "./compare-field.js";
import { compareInner } from "./compare-inner.js";
import { foundAt, type Meeting } from "./meeting.js";

const keyword = "additionalProperties";

const compareRest = (meeting: Meeting, comparing: Comparing): readonly Found[] => {
  const { old, now } = meeting;
  const [wasClosed, closed] = [isClosed(old.flat), isClosed(now.flat)];
  if (wasClosed !== closed) return [foundAt(meeting, closed ? "object-closed" : "object-opened", keyword, keyword)];
  if (closed) return [];
  return compareInner(meeting, { keyword, suffix: ".*", before: restShapes(old.flat), after: restShapes(now.flat), narrowed: "map-narrowed", widened: "map-widened" }, comparing);
};

/** What became of the fields of an object, and of those that it does not describe. */
export const compareObjects = (meeting: Meeting, comparing: Comparing): readonly Found[] => {
  const flats = [meeting.old.flat, meeting.now.flat];
  const names = [...new Set(flats.flatMap((flat) => [...describedNames(flat), ...flat.required]))].sort();
  return [...names.flatMap((name) => compareField(meeting, name, comparing)), ...compareRest(meeting, comparing)];
};
