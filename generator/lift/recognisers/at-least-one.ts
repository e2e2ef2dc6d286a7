import { recogniser, type Wording } from "./recogniser.js";
import { choice, joined, subjectOf } from "./say.js";

const says: Wording[1] = (found) => {
  const list = found.list("a");
  return list === undefined || list.groups.length < 2 ? undefined : { statements: choice("atLeastOne", list.groups) };
};

/** "this field, or at least one of": the described field belongs to them */
const withSelf: Wording[1] = (found) => {
  const [subject, list] = [subjectOf(found, "s"), found.list("a")];
  return subject === undefined || list === undefined ? undefined : { statements: choice("atLeastOne", joined(subject, list)) };
};

/** Only where it is a choice: "a or b must be set", not "a and b". */
const eitherOr: Wording[1] = (found) => (found.list("a")?.joined === "and" ? undefined : says(found));

const some = "(?:at least (?:one|1)|one or more|a minimum of one|any one or more|at minimum one)(?: of)?(?: either)?(?: (?:the|these|the following|following|those))?(?: {field})?(?: :)?";

/** "at least one of a, b must be set", "either a or b is required" */
export const atLeastOne = recogniser("at-least-one", [
  [`(?:{L:s} , )?or ${some} {must} be {given} : {L:a}`, withSelf],
  [`{L:s} or ${some} {L:a} {must} be {given}`, withSelf],
  [`${some} {L:a} (?:{must} be {given}|(?:is|are) (?:required|mandatory|needed|necessary))`, says],
  [`(?:you )?(?:{must} )?(?:{give}|contain|have|be called with)(?: either)? ${some} {L:a}`, says],
  [`(?:requires?|expects?)(?: either)? ${some} {L:a}`, says],
  [`${some} {must} be {given} : {L:a}`, says],
  [`(?:{L:a} {must} be {given})(?: ,)? (?:or|and) both(?: {modal} be {given})?`, says],
  ["(?:either )?{L:a} (?:{must} be {given}|(?:is|are) (?:required|mandatory))", eitherOr],
  ["(?:you )?{must} {give} either {L:a}", eitherOr],
  ["(?:you )?(?:must|have to|need to) {give} {L:a}", eitherOr],
  ["requires either {L:a}", eitherOr],
]);
