import { conditional } from "./condition.js";
import { recogniser } from "./recogniser.js";
import { subjectOf } from "./say.js";

const heads = [
  "(?:both )?(?:{L:a} )?(?:(?:is|be) )?(?:only )?required(?: (?:field|parameter|property))?(?: only)?",
  "(?:both )?(?:{L:a} )?{must} (?:both |all )?be given",
  "(?:you )?{must} (?:give|have) (?:both |the |an? )?{L:a}",
];

/** "required if X", "must be given unless Y is z" */
export const requiredWhen = recogniser("required-when", /if|unless|required|optional|must|should/, [
  ...conditional("required", heads, subjectOf),
  // "optional when x" is not optional when not x; how much is meant by it is not said
  ...conditional("required", ["(?:{L:a} )?(?:is |be )?optional only"], subjectOf, { only: true, confidence: "likely" }),
  ...conditional("required", ["(?:{L:a} )?(?:is |be )?optional"], subjectOf, { only: true, confidence: "likely" }).slice(0, 1),
]);
