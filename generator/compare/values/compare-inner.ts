import type { Comparing, Found } from "../comparing.js";
import type { ChangeCode } from "../registry.js";
import { shapesText } from "../shapes/describe.js";
import { keywordPlace } from "../shapes/places.js";
import { isAnything } from "../shapes/world.js";
import type { Shape } from "../../surface/shape.js";
import { foundAt, type Meeting } from "./meeting.js";

/** Values of any number inside of a value, as one keyword describes them. */
interface Inner {
  readonly keyword: string;
  /** What they are called behind the value that they are in. */
  readonly suffix: string;
  readonly before: readonly Shape[];
  readonly after: readonly Shape[];
  readonly narrowed: ChangeCode;
  readonly widened: ChangeCode;
}

const telling = (shapes: readonly Shape[]): readonly Shape[] => shapes.filter((one) => !isAnything(one));

/** What became of the items of a list, or of the members that an object does not describe: where one side says nothing of them, all at once. */
export const compareInner = (meeting: Meeting, { keyword, suffix, narrowed, widened, ...inner }: Inner, { compareValues }: Comparing): readonly Found[] => {
  const { pair, old, now } = meeting;
  const [before, after] = [telling(inner.before), telling(inner.after)];
  if (before.length === 0 && after.length === 0) return [];
  if (before.length === 0) return [foundAt(meeting, narrowed, shapesText(after), keyword)];
  if (after.length === 0) return [foundAt(meeting, widened, shapesText(before), keyword)];
  return compareValues({ ...pair, subject: `${pair.subject}${suffix}`, before, after, beforeAt: keywordPlace(old.parts, keyword), afterAt: keywordPlace(now.parts, keyword) });
};
