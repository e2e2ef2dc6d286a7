import { conditional } from "./condition.js";
import { recogniser } from "./recogniser.js";
import { subjectOf } from "./say.js";

/** "required if X", "must be given unless Y is z" */
export const requiredWhen = recogniser(
  "required-when",
  conditional(
    "required",
    [
      "(?:{L:a} )?(?:(?:is|are|becomes?|be) )?(?:(?:only|also|conditionally|always) )?(?:required|mandatory|necessary|needed|compulsory)(?: {field})?",
      "(?:{L:a} )?(?:must|has to|have to|needs? to|shall|should) (?:also )?be {given}",
      "(?:you )?(?:must|have to|need to|should) (?:also )?{give} (?:either )?{L:a}",
    ],
    subjectOf,
  ),
);
