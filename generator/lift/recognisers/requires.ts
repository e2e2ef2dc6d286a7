import { recogniser, type Wording } from "./recogniser.js";
import { flat, requires as needs, subjectOf } from "./say.js";

const says: Wording[1] = (found) => {
  const [subject, list] = [subjectOf(found), found.list("b")];
  if (subject === undefined || list === undefined) return undefined;
  return { statements: needs(flat(subject), flat(list), list.joined === "or") };
};

const also = "(?:{must} (?:also )?be {given}|(?:is|are) (?:also )?required)";

/** "requires a", "if set, a must be set too" */
export const requires = recogniser("requires", [
  ["(?:{L:a} )?requires that the following fields are also set : {L:b}", says],
  ["(?:{L:a} )?(?:also )?requires?(?: that)?(?: either| both| setting| the use of)? {L:b}(?: (?:to (?:also )?be|{must} (?:also )?be|{be}|be)(?: also)? (?:{given}|non-null))?", says],
  [`(?:if|when|whenever) {given}(?: ,)? {L:b} ${also}`, says],
  ["(?:if|when|whenever) {given}(?: ,)? (?:you )?{must} (?:also )?{give} {L:b}", says],
  ["(?:{L:a} )?depends on {L:b}(?: being {given}| to be {given})", says],
]);
