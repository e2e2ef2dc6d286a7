import { conditional } from "./condition.js";
import { recogniser } from "./recogniser.js";
import { subjectOf } from "./say.js";

/** "only valid if X", "can only be used when Y is z" */
export const onlyWhen = recogniser(
  "only-when",
  conditional(
    "forbidden",
    [
      "(?:{L:a} )?(?:{modal} )?only be {given}",
      "(?:{L:a} )?(?:{modal} )?be {given} only",
      "(?:{L:a} )?(?:is |are )?(?:only )?(?:valid|allowed|permitted|supported|accepted) only",
      "(?:{L:a} )?(?:is |are )?only (?:valid|allowed|permitted|supported|accepted)",
    ],
    subjectOf,
    { only: true },
  ),
);
