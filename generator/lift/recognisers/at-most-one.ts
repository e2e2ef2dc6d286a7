import { recogniser, type Wording } from "./recogniser.js";
import { choice, isObjectOf } from "./say.js";

const says: Wording[1] = (found) => {
  const list = found.list("a");
  return list === undefined || isObjectOf(found) ? undefined : { statements: choice("atMostOne", list.groups) };
};

/** "only one of a, b can be set", "either a or b, but not both" */
export const atMostOne = recogniser("at-most-one", /one|not|never|only|can/, [
  ["(?:if|for) (?:giving|you give) (?:both )?{L:a}(?: ,)? (?:atmostone|onlyone|oneof)(?: (?:those|these|them|the two|L\\d+))?(?: two| three)?(?: {field})? (?:can|must|should) be given", says],
  ["(?:atmostone|onlyone) {L:a}(?: (?:(?:can|must|should) be given|is allowed|(?:can|must|should) be allowed))?", says],
  ["(?:atmostone|onlyone) (?:(?:can|must|should) be given|(?:is|can be) allowed) [:,–-] {L:a}", says],
  ["(?:you )?can give (?:only )?(?:either |oneof |onlyone |atmostone )?{L:a}{notBoth}", says],
  ["(?:either )?{L:a} can be given{notBoth}", says],
  ["(?:you )?(?:can|must|should) only give (?:oneof|either) {L:a}", says],
  ["only (?:either )?{L:a} (?:can|must|should) be given", (found) => (found.list("a")?.joined === "or" ? says(found) : undefined)],
  ["only (?:give )?(?:either|oneof) {L:a} (?:can|must|should) be given", says],
  ["not more than one (?:of )?{L:a}", says],
]);
