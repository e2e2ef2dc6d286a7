import { recogniser, type Wording } from "./recogniser.js";
import { flat, requires as needs, subjectOf } from "./say.js";

/** "requires `a` permissions": a word behind the name makes something else of it. */
const isOther = (after: string): boolean => /^(?!(?:and|or|but|if|unless|in|for|as|on|which|so|with|only)(?![^ ]))[a-z]/.test(after);

const says: Wording[1] = (found) => {
  const [subject, list] = [subjectOf(found), found.list("b")];
  if (subject === undefined || list === undefined || list.joined === "both" || isOther(found.after)) return undefined;
  return { statements: needs(flat(subject), flat(list), list.joined === "or" || found.text("some") !== undefined) };
};

/** "a, and one of b or c" */
const andOneOf: Wording[1] = (found) => {
  const [subject, list, more] = [subjectOf(found), found.list("b"), found.list("m")];
  if (subject === undefined || list === undefined || more === undefined) return undefined;
  return { statements: [...needs(flat(subject), flat(list), false), ...needs(flat(subject), flat(more), true)] };
};

/** "status=posted and order_by=posted_at must be given": the values go beyond what a rule can say. */
const withValues: Wording[1] = (found) => {
  const [list, one, other] = [subjectOf(found), found.list("b"), found.list("d")];
  return list === undefined || one === undefined || other === undefined ? undefined : { statements: needs(flat(list), [...flat(one), ...flat(other)], false), confidence: "likely" };
};

const some = "(?<some>either |oneof |anyof |atleastone )?";
const given = "(?:{must} be given|(?:is|be) required)";

/** "requires a", "if set, a must be set too" */
export const requires = recogniser("requires", /requires?|if|depends|with/, [
  ["(?:{L:a} )?requires that the following (?:fields|parameters) is given : {L:b}", says],
  [`(?:if|giving) (?:given|{L:a} is given)(?: ,)? {L:b}(?: ,)? and (?:either|oneof|atleastone) {L:m} ${given}`, andOneOf],
  [`(?:if giving|if) (?:{L:a}|given)(?: is given)?(?: ,)? {L:b} is V\\d+ and {L:d} is V\\d+ ${given}`, withValues],
  [`(?:{L:a} )?requires(?: that| the| both| giving)* ${some}{L:b}(?: (?:to |must |should )?(?:be|is) given)?`, says],
  [`if given(?: ,)? ${some}(?:then )?{L:b} ${given}`, says],
  [`if given(?: ,)? (?:you )?{must} give ${some}{L:b}`, says],
  ["(?:{L:a} )?depends on {L:b}(?: being given| to be given)", says],
]);
