import { recogniser, type Wording } from "./recogniser.js";
import { choice, flat, notTogether as exclude, subjectOf } from "./say.js";

const among: Wording[1] = (found) => {
  const list = found.list("a");
  return list === undefined || list.groups.length < 2 ? undefined : { statements: choice("atMostOne", list.groups) };
};

const withOthers: Wording[1] = (found) => {
  const [subject, list] = [subjectOf(found), found.list("b")];
  if (subject === undefined || list === undefined) return undefined;
  return { statements: exclude(flat(subject), flat(list)) };
};

const used = "(?:{given}|combined|mixed|paired|applied)";
const jointly = "(?:together|at the same time|simultaneously|in (?:combination|conjunction)|in the same (?:request|call|query)|both|concurrently)";

/** "cannot be used with a", "a and b are mutually exclusive" */
export const notTogether = recogniser("not-together", [
  [`(?:{L:a} )?{cannot} bet? set , when any of the following fields are set : {L:b}`, withOthers],
  [`(?:{L:a} )?(?:{cannot} be|(?:is|are) not) (?:also )?${used}(?: (?:together|in (?:combination|conjunction)|at the same time|along|simultaneously))?(?: ,)? (?:with|alongside|as)(?: (?:either|any of|one of|both|any))? {L:b}`, withOthers],
  ["(?:{L:a} )?(?:(?:is|are) )?(?:mutually )?exclusive (?:with|to|of)(?: (?:either|any of))? {L:b}", withOthers],
  ["(?:{L:a} )?(?:(?:is|are) )?(?:incompatible|not compatible) with {L:b}", withOthers],
  ["(?:{L:a} )?conflicts with {L:b}", withOthers],
  ["(?:the )?(?:use of )?{L:a} (?:is|are|being) mutually[ -]exclusive", among],
  [`{L:a} {cannot} (?:both )?be ${used} ${jointly}`, among],
  [`{L:a} {cannot} both be ${used}`, among],
  [`(?:you )?(?:{cannot}|do not) (?:{give}|combine|mix)(?: both)? {L:a}(?: ${jointly})`, among],
  ["(?:you )?(?:{cannot}|do not) (?:combine|{give} both) {L:a}", among],
  [`(?:both )?{L:a} (?:(?:is|are) not allowed|not allowed) ${jointly}`, among],
]);
