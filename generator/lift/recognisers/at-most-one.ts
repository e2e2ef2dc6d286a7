import { recogniser, type Wording } from "./recogniser.js";
import { choice } from "./say.js";

const says: Wording[1] = (found) => {
  const list = found.list("a");
  return list === undefined || list.groups.length < 2 ? undefined : { statements: choice("atMostOne", list.groups) };
};

const notBoth = "(?: ,)? (?:but |and )?(?:not|never) (?:both|all|together|more than one)";

/** "only one of a, b can be set", "either a or b, but not both" */
export const atMostOne = recogniser("at-most-one", [
  ["(?:at most|no more than|not more than|up to|a maximum of) (?:one|1)(?: of)?(?: (?:the|these|the following))?(?: {field})?(?: :)? {L:a}(?: {modal} be {given})?", says],
  ["only (?:one|1)(?: of)?(?: (?:the|these|the following))?(?: {field})?(?: :)? {L:a}(?: (?:{modal} be {given}|(?:is|are) allowed))?", says],
  ["(?:you )?{modal} {give} (?:only )?(?:either|one of) {L:a}" + notBoth, says],
  ["(?:either )?{L:a} (?:may|can|could) be {given}" + notBoth, says],
  ["(?:you )?(?:may|can|could) {give} (?:either )?{L:a}" + notBoth, says],
  ["(?:you )?{modal} only {give} (?:one of|either) {L:a}", says],
]);
