import { conditional } from "./condition.js";
import { recogniser, type Wording } from "./recogniser.js";
import { flat, subjectOf } from "./say.js";

const heads = [
  "(?:{L:a} )?(?:(?:can|must|should) )?only be given",
  "(?:{L:a} )?(?:can|must|should) be given only",
  "(?:{L:a} )?(?:is )?(?:only )?allowed only",
  "(?:{L:a} )?(?:is )?only allowed",
];
const onlyIf = "(?:{L:a} )?can be given(?= only if)";

/** "requires `confirm` to be `true`" */
const needsValue: Wording = [
  "(?:{L:a} )?requires(?: that)? {L:c} (?:(?:to |must |should )?(?:be|is)|has) {V:v}",
  (found) => {
    const [subject, list] = [subjectOf(found), found.list("c")];
    const [field, ...more] = list?.groups.flat() ?? [];
    if (subject === undefined || field === undefined || more.length > 0) return undefined;
    return { statements: [{ kind: "when", condition: { field, values: found.value("v"), negated: true }, verdict: "forbidden", fields: flat(subject) }] };
  },
];

/** "only valid if X", "can only be used when Y is z" */
export const onlyWhen = recogniser("only-when", /only|requires/, [needsValue, ...conditional("forbidden", [...heads, onlyIf, "(?:{L:a} )?(?:is )?allowed(?= only if)"], subjectOf, { only: true })]);
