import { recogniser, type Wording } from "./recogniser.js";
import { choice, flat, notTogether as exclude, subjectOf } from "./say.js";

const among: Wording[1] = (found) => {
  const list = found.list("a");
  return list === undefined ? undefined : { statements: choice("atMostOne", list.groups) };
};

const withOthers: Wording[1] = (found) => {
  const [subject, list] = [subjectOf(found), found.list("b")];
  // "cannot be used with `type=card`" is a condition on the value
  if (subject === undefined || list === undefined || list.joined === "both" || /^(?:is|to|of) /.test(found.after)) return undefined;
  return { statements: exclude(flat(subject), flat(list)) };
};

const any = "(?:either |anyof |oneof |both |any of )?";

/** "cannot be used with a", "a and b are mutually exclusive" */
export const notTogether = recogniser("not-together", /cannot|shouldnot|not|exclusive|conflict|error/, [
  ["(?:{L:a} )?cannot be given ,? ?if anyof (?:is given : )?{L:b}(?: is given)?", withOthers],
  ["(?:{L:a} )?cannot be given , if anyof is given : {L:b}", withOthers],
  [`(?:{L:a} )?(?:{cannot} be|is not(?: to be)?) (?:given|applied)(?: together)?(?: ,)? (?:with|as) ${any}{L:b}`, withOthers],
  [`(?:{L:a} )?(?:{cannot} be) absent with ${any}{L:b}`, () => undefined],
  [`(?:{L:a} )?(?:is )?exclusive (?:with|to|of) ${any}{L:b}`, withOthers],
  [`(?:{L:a} )?(?:is )?notallowed (?:together )?with ${any}{L:b}`, withOthers],
  [`(?:{L:a} )?conflicts? with ${any}{L:b}`, withOthers],
  ["(?:the )?(?:giving )?(?:both )?{L:a} (?:is|being) (?:mutually )?exclusive", among],
  ["exclusive (?:with each other )?: {L:a}", among],
  ["{L:a} {cannot} (?:both |all )?be given (?:together|both)", among],
  ["(?:both )?{L:a} {cannot} both be given", among],
  ["both (?:of )?{L:a} {cannot} be given", among],
  ["(?:you )?(?:{cannot}|do not) (?:give|combine)(?: both)? {L:a} together", among],
  ["(?:you )?(?:{cannot}|do not) (?:combine|give both) {L:a}", among],
  [`(?:you )?(?:{cannot}|do not) (?:give|combine)(?: (?:it|{L:a}))?(?: together)? with ${any}{L:b}`, withOthers],
  [`(?:you )?(?:{cannot}|do not) (?:give|combine) {L:a} and {L:b} together`, withOthers],
  ["(?:(?:it|L\\d+) is )?an error to give both(?: of)? {L:a}", among],
  ["(?:(?:giving|both) )+{L:a} (?:together )?is notallowed", among],
  ["{L:a} (?:is )?notallowed together", among],
  ["{L:a} conflict(?: with each other)?", among],
]);
