import { conditional } from "./condition.js";
import { recogniser } from "./recogniser.js";
import { subjectOf } from "./say.js";

const heads = [
  "(?:{L:a} )?(?:(?:can|must|should) )?only be given",
  "(?:{L:a} )?(?:can|must|should) be given only",
  "(?:{L:a} )?(?:is )?(?:only )?allowed only",
  "(?:{L:a} )?(?:is )?only allowed",
];
const onlyIf = "(?:{L:a} )?can be given(?= only if)";

/** "only valid if X", "can only be used when Y is z" */
export const onlyWhen = recogniser("only-when", /only/, conditional("forbidden", [...heads, onlyIf, "(?:{L:a} )?(?:is )?allowed(?= only if)"], subjectOf, { only: true }));
