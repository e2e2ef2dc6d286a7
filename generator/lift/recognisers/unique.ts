import { recogniser } from "./recogniser.js";
import { flat, subjectOf } from "./say.js";

/** "must be unique": only the server can tell, so it is a fact for documentation. */
export const unique = recogniser("unique", /unique/, [
  [
    "(?:{L:a} )?(?:value )?{must} (?:each |both |all )?be (?:an? )?(?:globally )?unique(?: (?:string|value|name|identifier|id|key|text|number))?(?: (?:across|within|in|for|among|per|to|amongst|inside|throughout) [^;:.]*)?",
    (found) => {
      const subject = subjectOf(found);
      return subject === undefined ? undefined : { statements: flat(subject).map((field) => ({ kind: "unique", field })) };
    },
  ],
]);
