import { recogniser, type Wording } from "./recogniser.js";
import { flat, subjectOf } from "./say.js";

/** The subject on the given side of the other; `equal` where they may be the same. */
const ordered =
  (side: "less" | "greater", equal: boolean): Wording[1] =>
  (found) => {
    const [subject, list] = [subjectOf(found), found.list("b")];
    const [one, ...more] = subject === undefined ? [] : flat(subject);
    if (one === undefined || more.length > 0 || list === undefined) return undefined;
    return {
      statements: flat(list).map((other) => ({ kind: "ascending", fields: side === "less" ? [one, other] : [other, one], strict: !equal })),
    };
  };

const orEqual = "(?: ,)? or (?:the )?(?:equal(?: to)?|same(?: as)?|identical to|on|at)";
const of = "(?: the)?(?: value)?(?: of)?(?: the)?";
const greater = "(?:(?:greater|larger|higher|bigger|later|more|newer) than|after|past|above|beyond|superior to)";
const less = "(?:(?:less|smaller|lower|earlier|fewer|older) than|before|prior to|below|inferior to)";
const is = "(?:{L:a} )?(?:value )?(?:must|has to|have to|needs? to|shall|should)(?: always)? be(?: set)?(?: to)?(?: an?)?(?: (?:date|time|value|number))?";
const isNot = "(?:{L:a} )?(?:value )?{cannot}(?: be| come| fall)";

/** "must be greater than a", "cannot be before b" */
export const order = recogniser("order", [
  [`${is} ${greater}${orEqual}${of} {L:b}`, ordered("greater", true)],
  [`${is} ${less}${orEqual}${of} {L:b}`, ordered("less", true)],
  [`${is} (?:on or after|at or after|equal to or (?:greater|later|larger|higher) than|at least|no (?:less|earlier|smaller|lower) than|not (?:less|earlier|smaller|lower) than|>=|≥)${of} {L:b}`, ordered("greater", true)],
  [`${is} (?:on or before|at or before|equal to or (?:less|earlier|smaller|lower) than|at most|no (?:more|later|greater|larger|higher) than|not (?:more|later|greater|larger|higher) than|<=|≤)${of} {L:b}`, ordered("less", true)],
  [`${is} (?:strictly )?${greater}${of} {L:b}`, ordered("greater", false)],
  [`${is} (?:strictly )?${less}${of} {L:b}`, ordered("less", false)],
  [`${isNot} (?:${greater}${orEqual})${of} {L:b}`, ordered("less", false)],
  [`${isNot} (?:${less}${orEqual})${of} {L:b}`, ordered("greater", false)],
  [`${isNot} ${greater}${of} {L:b}`, ordered("less", true)],
  [`${isNot} ${less}${of} {L:b}`, ordered("greater", true)],
  [`(?:{L:a} )?{cannot} exceed${of} {L:b}`, ordered("less", true)],
  ["(?:{L:a} )?must be set in an? proper order , in relation to the following fields : {L:b}", undirected],
  ["(?:{L:a} )?must be set with a proper magnitude , in relation to the following fields : {L:b}", undirected],
]);

/** The direction is not said: a person has to decide. */
function undirected(found: Parameters<Wording[1]>[0]): ReturnType<Wording[1]> {
  const [subject, list] = [subjectOf(found), found.list("b")];
  const [one, ...more] = subject === undefined ? [] : flat(subject);
  if (one === undefined || more.length > 0 || list === undefined) return undefined;
  return {
    statements: flat(list).map((other) => ({ kind: "ordered", fields: [one, other] })),
    confidence: "guess",
    note: "the sentence does not say which comes first",
  };
}
