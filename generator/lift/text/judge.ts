import { type Confidence, leastSure } from "../confidence.js";
import type { Reading } from "../recognisers/recogniser.js";
import type { Clause } from "./clause.js";

/** Words around a statement that change nothing of it. */
const harmless: ReadonlySet<string> = new Set(
  (
    "note that please however also but and so important warning caution remember you the a an in of this these those it they is are be here then for to your request requests body query call payload " +
    "api endpoint operation object json input data form fields field parameters parameter values value attributes properties options at same time once per each time when making creating updating " +
    "field only currently must should can may always simply optional one , . : ; ( ) - – — ! * additional validation information required optional if any"
  ).split(" "),
);

/** Words that make of a statement another one, or one that holds in part. */
const turning = /(?<![^ ])(?:if|when|unless|except|excluding|while|until|depending|depends|otherwise|not|no|never|cannot|neither|nor|or|either|example|e\.g|eg|such|might|could|would|recommended|usually|typically|ideally|sometimes|some|certain|ignored|ignore|response|returned|returns|error|was|were|previously|deprecated|legacy|V\d+|whether)(?![^ ])/;

const isHarmless = (text: string): boolean => text.split(" ").every((word) => word === "" || harmless.has(word));

/** How much of the sentence the statement is. */
const byRest = ([before, after]: Reading["around"]): Confidence => {
  if (isHarmless(before) && isHarmless(after)) return "certain";
  return turning.test(before) || turning.test(after) ? "guess" : "likely";
};

/** How sure the names are. */
const byNames = (reading: Reading): Confidence => {
  const qualities = reading.lists.map(({ quality }) => quality);
  if (qualities.includes("word")) return "likely";
  return "certain";
};

/** A mere "should" is advice as often as it is a rule. */
const byTone = ({ text }: Clause): Confidence => (/(?<![^ ])(?:should|recommended|ideally|preferably)(?![^ ])/.test(text) ? "likely" : "certain");

/** How sure it is that a reading is what its sentence says. */
export const judge = (reading: Reading, clause: Clause): Confidence => leastSure(reading.confidence, byRest(reading.around), byNames(reading), byTone(clause));
