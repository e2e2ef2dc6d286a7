import { recogniser, type Wording } from "./recogniser.js";
import { choice, flat, joined, requires as needs, subjectOf } from "./say.js";

const all: Wording[1] = (found) => {
  const list = found.list("a");
  return list === undefined || list.joined !== "and" ? undefined : { statements: choice("allOrNone", list.groups) };
};

const withSelf: Wording[1] = (found) => {
  const [subject, list] = [subjectOf(found, "s"), found.list("a")];
  return subject === undefined || list === undefined ? undefined : { statements: choice("allOrNone", joined(subject, list)) };
};

const directed: Wording[1] = (found) => {
  const [subject, list] = [subjectOf(found), found.list("b")];
  // "with `confirm=true`" is a condition on the value
  if (subject === undefined || list === undefined || list.joined === "both" || /^(?:is|to|of) /.test(found.after)) return undefined;
  return { statements: needs(flat(subject), flat(list), list.joined === "or") };
};

const withOne: Wording[1] = (found) => {
  const [subject, list] = [subjectOf(found), found.list("b")];
  if (subject === undefined || list === undefined || list.joined === "both" || /^(?:is|to|of) /.test(found.after)) return undefined;
  return { statements: needs(flat(subject), flat(list), true) };
};

const any = "(?:either |anyof |oneof |both |any of |an? |the )?";
/** Of several, one is enough, or just one: what is asked for is that there is one. */
const oneOf = "(?:exactlyone|atleastone|oneof|anyof|either)";

/** "a and b must be set together", "must be used with a", "only in conjunction with a" */
export const together = recogniser("together", /with|together|both|all|none|neither/, [
  ["(?:{L:s} )?must be given with the following (?:fields|parameters) : {L:a}", withSelf],
  ["(?:both )?{L:a} {must} (?:both |all )?be given together", all],
  ["(?:both )?{L:a} {must} (?:both |all |either )*be given(?: ,)? or (?:both |all |neither )?(?:be )?(?:absent|given)(?: or absent)*", all],
  ["(?:either )?both(?: of)? or (?:neither|none)(?: of)? {L:a}(?: {must} be given)?", all],
  ["(?:either )?(?:give )?(?:all|both)(?: of)? or (?:none|neither)(?: of)? {L:a}(?: {must} be given)?", all],
  ["(?:you )?(?:{must} )?give (?:either )?both(?: of)? {L:a} or (?:neither|none)", all],
  [`(?:{L:a} )?{must} be given with ${oneOf} {L:b}`, withOne],
  [`(?:{L:a} )?{must} (?:only )?be given(?: only)? with ${any}{L:b}`, directed],
  [`(?:{L:a} )?(?:is )?notallowed without ${any}{L:b}`, directed],
  [`(?:{L:a} )?(?:(?:can|must|should) )?only be given(?: together)? with ${any}{L:b}`, directed],
  [`(?:{L:a} )?(?:(?:can|must|should) )?be given only(?: together)? with ${any}{L:b}`, directed],
  [`(?:{L:a} )?(?:is )?(?:only )?allowed only with ${any}{L:b}`, directed],
  [`(?:{L:a} )?(?:is )?only (?:allowed|given)(?: together)? with ${any}{L:b}`, directed],
  [`(?:{L:a} )?{cannot} be given without(?: giving)? ${any}{L:b}`, directed],
]);
