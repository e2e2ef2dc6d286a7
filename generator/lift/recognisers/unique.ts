import { recogniser } from "./recogniser.js";
import { flat, subjectOf } from "./say.js";

/** "must be unique": only the server can tell, so it is a fact for documentation. */
export const unique = recogniser("unique", /unique/, [
  // "a name for the secret that is unique within the scope": of what there is only one is said, and nothing of how it is sent
  [
    "(?:that|which) is unique (?:across|within|in|for|among|per|amongst|inside|throughout) [^;:.]*",
    (found) => {
      const { self } = found.clause;
      return self === undefined || /[LU]\d|not|never/.test(found.before) ? undefined : { statements: [{ kind: "unique", field: self }], confidence: "likely" };
    },
  ],
  [
    "(?:{L:a} )?(?:value )?{must} (?:each |both |all )?be (?:an? )?(?:globally )?unique(?: (?:string|value|name|identifier|id|key|text|number))?(?: (?:across|within|in|for|among|per|to|amongst|inside|throughout) [^;:.]*)?",
    (found) => {
      const subject = subjectOf(found);
      return subject === undefined ? undefined : { statements: flat(subject).map((field) => ({ kind: "unique", field })) };
    },
  ],
]);
