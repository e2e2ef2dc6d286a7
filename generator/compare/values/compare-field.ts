import type { ChangeCode } from "../registry.js";
import type { Comparing, Found, Pair } from "../comparing.js";
import { shapesText } from "../shapes/describe.js";
import { type Flat, memberShapes, restShapes } from "../shapes/flat.js";
import { fieldPlace } from "../shapes/places.js";
import { compareAnnotations } from "./compare-annotations.js";
import { fieldSubject } from "./field-subject.js";
import { foundOf } from "./found-of.js";
import type { Meeting } from "./meeting.js";

const describes = ({ objects }: Flat, name: string): boolean => objects.some(({ properties }) => properties?.some(([key]) => key === name) === true);

/** A described field may have been there before, among those that the object did not describe. */
const isNarrower = ({ after }: Pair, old: Flat, { staysRight }: Comparing): boolean => {
  const rest = restShapes(old).filter(({ always }) => always !== false);
  return rest.length > 0 && after.some((one) => !staysRight(rest, one));
};

const addedCode = (field: Pair, name: string, { old, now }: Meeting, comparing: Comparing): ChangeCode => {
  if (now.flat.required.has(name) && !old.flat.required.has(name)) return "field-required-added";
  return isNarrower(field, old.flat, comparing) ? "field-map-narrowed" : "field-optional-added";
};

const compareRequired = (field: Pair, name: string, { old, now }: Meeting): readonly Found[] => {
  const [wasRequired, isRequired] = [old.flat.required.has(name), now.flat.required.has(name)];
  if (wasRequired === isRequired) return [];
  return [isRequired ? foundOf(field, "field-required", "optional → required") : foundOf(field, "field-optional", "required → optional")];
};

/** What became of one field of an object, with all that stands in it. */
export const compareField = (meeting: Meeting, name: string, comparing: Comparing): readonly Found[] => {
  const { pair, old, now } = meeting;
  const field: Pair = {
    subject: fieldSubject(pair.subject, name),
    directions: pair.directions,
    before: memberShapes(old.flat, name) ?? [],
    after: memberShapes(now.flat, name) ?? [],
    beforeAt: fieldPlace(old.parts, name),
    afterAt: fieldPlace(now.parts, name),
  };
  const [was, is] = [describes(old.flat, name), describes(now.flat, name)];
  if (was && !is) return [foundOf(field, "field-removed", shapesText(field.before))];
  if (!was && is) return [foundOf(field, addedCode(field, name, meeting, comparing), shapesText(field.after))];
  const required = compareRequired(field, name, meeting);
  return was ? [...required, ...compareAnnotations(field), ...comparing.compareValues(field)] : required;
};
