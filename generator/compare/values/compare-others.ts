import type { Shape } from "../../surface/shape.js";
import type { Found } from "../comparing.js";
import { foundAt, type Meeting } from "./meeting.js";

type Others = ReadonlyMap<string, Shape>;

const keywordsOnlyIn = (one: Others, other: Others): readonly string[] => [...one].filter(([key]) => !other.has(key)).map(([, shape]) => Object.keys(shape)[0] ?? "");

/** What became of the assertions that are only compared as they stand. */
export const compareOthers = (meeting: Meeting): readonly Found[] => {
  const [old, now] = [meeting.old.flat.others, meeting.now.flat.others];
  const [removed, added] = [keywordsOnlyIn(old, now), keywordsOnlyIn(now, old)];
  const both = removed.filter((name) => added.includes(name));
  return [
    ...both.map((name) => foundAt(meeting, "assertion-changed", name, name)),
    ...removed.filter((name) => !both.includes(name)).map((name) => foundAt(meeting, "assertion-removed", name, name)),
    ...added.filter((name) => !both.includes(name)).map((name) => foundAt(meeting, "assertion-added", name, name)),
  ];
};
