import type { JsonValue } from "../../code/json-value.js";
import type { JsonType } from "../../model/schema.js";
import type { Shape } from "../../surface/shape.js";
import type { Comparing, Found, Pair } from "../comparing.js";
import { compareRules } from "../families/compare-rules.js";
import { together } from "../shapes/together.js";
import { compareItems } from "./compare-items.js";
import { compareObjects } from "./compare-objects.js";
import { compareOthers } from "./compare-others.js";
import { compareScalars } from "./compare-scalars.js";
import { compareTypes } from "./compare-types.js";
import { type Meeting, meetingOf } from "./meeting.js";

const textOf = (value: JsonValue): string => JSON.stringify(value);

/** Is all else that is said of listed values nothing to those that both sides list? */
const areListedAlone = ({ pair, old, now }: Meeting, { staysRight, staysKnown }: Comparing): boolean => {
  if (old.flat.listed === undefined || now.flat.listed === undefined) return true;
  const texts = new Set(now.flat.listed.map(textOf));
  const kept: Shape = { enum: old.flat.listed.filter((value) => texts.has(textOf(value))) };
  return staysRight([...pair.before, kept], together(pair.after)) && staysKnown([...pair.after, kept], together(pair.before));
};

/** What became of one form of a value, null and unions aside. */
export const compareForm = (pair: Pair, comparing: Comparing): readonly Found[] => {
  const meeting = meetingOf(pair, comparing);
  const [old, now] = [meeting.old.flat, meeting.now.flat];
  const { found, isOther } = compareTypes(meeting, comparing);
  if (isOther) return found;
  const both = (type: JsonType): boolean => old.types.has(type) && now.types.has(type);
  const isListed = old.listed !== undefined || now.listed !== undefined;
  return [
    ...found,
    ...(isListed && areListedAlone(meeting, comparing) ? [] : compareScalars(meeting)),
    ...(both("array") ? compareItems(meeting, comparing) : []),
    ...(both("object") ? compareObjects(meeting, comparing) : []),
    // of objects, and of the items of a list
    ...(both("object") || both("array") ? compareRules(old, now, pair) : []),
    ...(isListed && found.length > 0 ? [] : compareOthers(meeting)),
  ];
};
