import { conditional } from "./condition.js";
import { recogniser } from "./recogniser.js";
import { subjectOf } from "./say.js";

const heads = [
  "(?:{L:a} )?{cannot} (?:both )?be given",
  "(?:{L:a} )?(?:is )?notallowed",
  "(?:{L:a} )?{must} be (?:absent|notgiven)(?: or absent)*",
  "(?:you )?(?:do not|{cannot}) give {L:a}",
  "(?:neither|none)(?: of)? {L:a} (?:can|must|should) be given",
];

/** "cannot be set if X", "must be empty unless Y is z" */
export const forbiddenWhen = recogniser("forbidden-when", /cannot|shouldnot|notallowed|absent|do not|neither|none/, [
  // "setting a to true together with b is not allowed"
  [
    "giving {L:c} (?:to|is|as) {V:v} (?:with|and|and giving) {L:a} is notallowed",
    (found) => {
      const [list, subject] = [found.list("c"), found.list("a")];
      const [field, ...more] = list?.groups.flat() ?? [];
      if (field === undefined || more.length > 0 || subject === undefined) return undefined;
      return { statements: [{ kind: "when", condition: { field, values: found.value("v"), negated: false }, verdict: "forbidden", fields: subject.groups.flat() }] };
    },
  ],
  ...conditional("forbidden", heads, subjectOf),
]);
