import { conditional } from "./condition.js";
import { recogniser } from "./recogniser.js";
import { subjectOf } from "./say.js";

/** "cannot be set if X", "must be empty unless Y is z" */
export const forbiddenWhen = recogniser("forbidden-when", [
  ...conditional(
    "forbidden",
    [
      "(?:{L:a} )?(?:{cannot}|must never) (?:also )?be {given}",
      "(?:{L:a} )?(?:(?:is|are) )?(?:not (?:allowed|permitted|supported|accepted|valid|applicable in requests)|invalid|forbidden|prohibited|disallowed)",
      "(?:{L:a} )?{must} be (?:omitted|absent|left (?:out|blank|empty)|empty|null|unset|blank|excluded)",
      "(?:you )?(?:do not|{cannot}) {give} {L:a}",
    ],
    subjectOf,
  ),
]);
