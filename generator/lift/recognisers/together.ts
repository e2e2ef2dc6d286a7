import { recogniser, type Wording } from "./recogniser.js";
import { choice, flat, joined, requires as needs, subjectOf } from "./say.js";

const all: Wording[1] = (found) => {
  const list = found.list("a");
  return list === undefined || list.groups.length < 2 || list.joined === "or" ? undefined : { statements: choice("allOrNone", list.groups) };
};

const withSelf: Wording[1] = (found) => {
  const [subject, list] = [subjectOf(found, "s"), found.list("a")];
  return subject === undefined || list === undefined ? undefined : { statements: choice("allOrNone", joined(subject, list)) };
};

const directed: Wording[1] = (found) => {
  const [subject, list] = [subjectOf(found), found.list("b")];
  if (subject === undefined || list === undefined) return undefined;
  return { statements: needs(flat(subject), flat(list), list.joined === "or") };
};

const jointly = "(?:together|in (?:conjunction|combination)|along|alongside|at the same time)";

/** "a and b must be set together", "must be used with a", "only in conjunction with a" */
export const together = recogniser("together", [
  ["(?:{L:s} )?must be set together with the following fields : {L:a}", withSelf],
  [`(?:both )?{L:a} {must} (?:both |all |always )?be {given} ${jointly}`, all],
  ["(?:both )?{L:a} {must} (?:both|all) be {given} or (?:both |all )?(?:omitted|absent|not {given}|left out)", all],
  ["(?:either )?both or (?:neither|none) of {L:a}(?: {must} be {given})?", all],
  ["(?:either )?all or none of {L:a}(?: {must} be {given})?", all],
  [`(?:{L:a} )?{must} (?:always |only |also )?be {given}(?: only)?(?: (?:together|in (?:conjunction|combination)|along))? (?:with|alongside) {L:b}`, directed],
  [`(?:{L:a} )?(?:{modal} )?only be {given}(?: (?:together|in (?:conjunction|combination)|along))? (?:with|alongside) {L:b}`, directed],
  [`(?:{L:a} )?(?:{modal} )?be {given} only(?: (?:together|in (?:conjunction|combination)|along))? (?:with|alongside) {L:b}`, directed],
  ["(?:{L:a} )?(?:(?:is|are) )?only (?:valid|allowed|permitted|supported|accepted|{given})(?: (?:together|in (?:conjunction|combination)|along))? (?:with|alongside) {L:b}", directed],
  ["(?:{L:a} )?{cannot} be {given} without(?: also)?(?: {giving})? {L:b}", directed],
]);
