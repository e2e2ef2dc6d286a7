import { recogniser } from "./recogniser.js";
import { flat, subjectOf } from "./say.js";

/** "must match with the values of these fields": of which objects is not said, so it is a fact for documentation. */
export const match = recogniser("match", /match/, [
  [
    "(?:{L:a} )?must match with the values of these fields : {L:b}",
    (found) => {
      const [subject, list] = [subjectOf(found), found.list("b")];
      return subject === undefined || list === undefined ? undefined : { statements: flat(subject).map((field) => ({ kind: "matches", field, others: flat(list) })) };
    },
  ],
]);
