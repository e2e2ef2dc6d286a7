import { recogniser, type Wording } from "./recogniser.js";
import { choice, joined, subjectOf } from "./say.js";

const says: Wording[1] = (found) => {
  const list = found.list("a");
  return list === undefined || list.groups.length < 2 ? undefined : { statements: choice("exactlyOne", list.groups) };
};

const withSelf: Wording[1] = (found) => {
  const [subject, list] = [subjectOf(found, "s"), found.list("a")];
  return subject === undefined || list === undefined ? undefined : { statements: choice("exactlyOne", joined(subject, list)) };
};

const one = "(?:exactly one|precisely one|one and only one|exactly 1)(?: of)?(?: (?:the|these|the following|following|those))?(?: {field})?(?: :)?";
const notBoth = "(?: ,)?(?: ;)? (?:but |and )?(?:not|never) (?:both|all|together|more than one)";

/** "exactly one of a, b", "either a or b must be set, but not both" */
export const exactlyOne = recogniser("exactly-one", [
  [`(?:{L:s} , )?or ${one} {must} be {given} : {L:a}`, withSelf],
  [`${one} {L:a}(?: (?:{must} be {given}|(?:is|are) (?:required|mandatory)))?`, says],
  [`${one} {must} be {given} : {L:a}`, says],
  [`(?:either )?{L:a} (?:{must} be {given}|(?:is|are) required)${notBoth}`, says],
  [`(?:you )?{must} {give} (?:either )?{L:a}${notBoth}`, says],
  [`(?:you )?(?:either )?{give} (?:either )?{L:a}${notBoth}`, says],
  [`only one of {L:a} (?:is required|must be {given})`, (found) => ({ statements: says(found)?.statements ?? [], confidence: "likely" })],
]);
