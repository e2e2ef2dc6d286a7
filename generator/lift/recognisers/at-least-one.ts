import { recogniser, type Wording } from "./recogniser.js";
import { choice, flat, isObjectOf, joined, minimal, requires as needs, selfOf, subjectOf } from "./say.js";

const says: Wording[1] = (found) => {
  const list = found.list("a");
  return list === undefined || isObjectOf(found) ? undefined : { statements: choice("atLeastOne", minimal(list.groups)) };
};

/** "this field, or at least one of": the described field belongs to them */
const withSelf: Wording[1] = (found) => {
  const [subject, list] = [subjectOf(found, "s"), found.list("a")];
  return subject === undefined || list === undefined ? undefined : { statements: choice("atLeastOne", joined(subject, list)) };
};

/** "if not given, a must be given": the described field, or all of the others */
const instead: Wording[1] = (found) => {
  const [self, list] = [selfOf(found), found.list("a")];
  if (self === undefined || list === undefined || flat(list).some((name) => flat(self).includes(name))) return undefined;
  return { statements: choice("atLeastOne", [...self.groups, ...(list.joined === "and" ? [flat(list)] : list.groups)]) };
};

/** Only where it is a choice: "a or b must be set", not "a and b". */
const eitherOr: Wording[1] = (found) => (found.list("a")?.joined === "and" ? undefined : says(found));

const likely =
  (of: Wording[1]): Wording[1] =>
  (found) => {
    const answer = of(found);
    return answer === undefined ? undefined : { ...answer, confidence: "likely" };
  };

/** "requires at least one of a, b" on a third field is about that field. */
const needed: Wording[1] = (found) => {
  const list = found.list("a");
  const self = selfOf(found);
  if (list === undefined) return undefined;
  const names = list.groups.flat();
  return self === undefined || self.groups.flat().some((name) => names.includes(name)) ? eitherOr(found) : { statements: needs(self.groups.flat(), names, true) };
};

const given = "(?:{must} be given|(?:is|be) required)";

/** "at least one of a, b must be set", "either a or b is required" */
export const atLeastOne = recogniser("at-least-one", /must|should|required|requires|atleastone|has|have|cannot/, [
  ["(?:{L:s} , )?or atleastone {must} be given : {L:a}", withSelf],
  ["{L:s}(?: ,)? or atleastone {L:a} {must} be given", withSelf],
  [`atleastone {L:a} ${given}`, says],
  [`atleastone ${given} [:,–-] {L:a}`, says],
  ["(?:you )?(?:{must} )?(?:give|have|be called with)(?: either)? atleastone {L:a}", says],
  ["requires(?: either)? atleastone {L:a}", needed],
  ["(?:{L:a} {must} be given)(?: ,)? (?:or|and) both(?: can be given)?", says],
  [`(?:either )?{L:a} ${given}(?: :)?`, eitherOr],
  [`if (?:absent|notgiven)(?: ,)?(?: then)? {L:a} ${given}`, instead],
  ["(?:both )?{L:a} {cannot} (?:both |all )be absent", says],
  ["{L:a} {cannot} be (?:both|all) absent", says],
  ["(?:you )?{must} (?:either )?give (?:either )?{L:a}", eitherOr],
  [`oneof {L:a} ${given}`, likely(says)],
  [`oneof ${given} [:,–-] {L:a}`, likely(says)],
  ["(?:you )?{must} give oneof {L:a}", likely(says)],
  ["requires (?:either|oneof) {L:a}", likely(needed)],
  ["(?:has|have|must have) either(?: an?)? {L:a}", likely(eitherOr)],
]);
