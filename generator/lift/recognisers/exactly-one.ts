import { recogniser, type Wording } from "./recogniser.js";
import { choice, isObjectOf, joined, subjectOf } from "./say.js";

const says: Wording[1] = (found) => {
  const list = found.list("a");
  return list === undefined || isObjectOf(found) ? undefined : { statements: choice("exactlyOne", list.groups) };
};

const sayLikely: Wording[1] = (found) => {
  const answer = says(found);
  return answer === undefined ? undefined : { ...answer, confidence: "likely" };
};

const withSelf: Wording[1] = (found) => {
  const [subject, list] = [subjectOf(found, "s"), found.list("a")];
  return subject === undefined || list === undefined ? undefined : { statements: choice("exactlyOne", joined(subject, list)) };
};

/** "give a or b, but not both" asks for one; "you can give …" does not */
const imperative: Wording[1] = (found) => (/(?:^| )(?:can|if|cannot|not|to)(?: either)?$/.test(found.before) ? undefined : says(found));

/** "exactly one of a, b", "either a or b must be set, but not both" */
export const exactlyOne = recogniser("exactly-one", /exactlyone|onlyone|not|never|oneof/, [
  ["(?:{L:s} , )?or exactlyone {must} be given : {L:a}", withSelf],
  ["{L:s} or exactlyone {L:a} {must} be given", withSelf],
  ["(?:(?:you )?(?:must )?(?:give|have) )?exactlyone {L:a}(?: (?:{must} be given|(?:is|be) required))?", says],
  ["exactlyone (?:{must} be given|(?:is|be) required) [:,–-] {L:a}", says],
  ["(?:either )?{L:a} (?:{must} be given|is required){notBoth}", says],
  ["(?:either |oneof ){L:a}{notBoth} {must} be given", says],
  ["(?:either )?{L:a}{notBoth} (?:{must} be given|is required)", says],
  ["(?:you )?{must} (?:either )?(?:give|have) (?:either |oneof )?{L:a}{notBoth}", says],
  ["requires (?:that )?(?:either |oneof )?{L:a}(?: to)?(?: be given)?{notBoth}", says],
  ["(?:you )?(?:either )?give (?:either |oneof )?{L:a}{notBoth}", imperative],
  ["(?:one|oneof) {L:a} {must} be given{notBoth}", says],
  ["(?:one|oneof|either) {L:a}{notBoth} , (?:{must} be given|is required)", says],
  ["onlyone {L:a} (?:is required|{must} be given)", sayLikely],
]);
