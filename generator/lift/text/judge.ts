import { type Confidence, leastSure } from "../confidence.js";
import type { Reading } from "../recognisers/recogniser.js";
import type { Clause } from "./clause.js";

/** Words around a statement that change nothing of it. */
const harmless: ReadonlySet<string> = new Set(
  (
    "note that please however also but and so important warning caution remember you the a an in of this these those it they is be here then for to your request requests body query call payload " +
    "api endpoint operation object json input data form fields field parameters parameter values value attributes properties options at same time once per each time when making creating updating " +
    "only currently must can always simply one two , . : ; ( ) - – — -- ! * additional validation information required optional if any i.e ie both following additionally which they'"
  ).split(" "),
);

/** Words that make of a statement another one, or one that holds in part. */
const turning =
  /(?<![^ ])(?:if|only if|when|unless|except|excluding|while|until|depending|depends|otherwise|not|no|never|cannot|shouldnot|neither|nor|or|either|example|e\.g|eg|such|might|could|would|recommended|usually|typically|ideally|sometimes|some|certain|ignored|ignore|response|returned|returns|error|was|were|previously|deprecated|legacy|whether|[LV]\d+|U|filtered|rather|instead|than|by default|defaults?|assumed|only for)(?![^ ])/;

const isHarmless = (text: string): boolean => text.split(" ").every((word) => word === "" || harmless.has(word));

/** "the current day or earlier": a comparison that goes on, and no alternative. */
const comparing = /(?<![^ ])or (?:earlier|later|before|after|less|greater|more|fewer|lower|higher|equal)(?![^ ])/g;

/** How much of the sentence the statement is. */
const byRest = ([before, after]: Reading["around"]): Confidence => {
  if (isHarmless(before) && isHarmless(after)) return "certain";
  return turning.test(before) || turning.test(after.replace(comparing, "")) ? "guess" : "likely";
};

/** How sure the names are. */
const byNames = ({ lists }: Reading): Confidence => (lists.some(({ quality }) => quality === "word" || quality === "anaphor") ? "likely" : "certain");

/** A mere "should" is advice as often as it is a rule. */
const byTone = ({ text }: Clause): Confidence => (/(?<![^ ])(?:should|shouldnot|recommended|ideally|preferably|prefer)(?![^ ])/.test(text) ? "likely" : "certain");

/** How sure it is that a reading is what its sentence says. */
export const judge = (reading: Reading, clause: Clause): Confidence => leastSure(reading.confidence, byRest(reading.around), byNames(reading), byTone(clause));

/** Words that bear on every part of a sentence. */
const governing = /(?<![^ ])(?:if|only if|when|unless|except|excluding|while|until|depending|depends|otherwise|example|e\.g|eg|might|could|would|recommended|usually|typically|ideally|sometimes|ignored|response|returned|returns|deprecated|whether|instead|for|by default|not|U)(?![^ ])/;

/** The condition goes on: "if `a` is true and `b` is not set". */
const furtherCondition = /^ ?(?:, )?(?:and|or|but) (?:only )?(?:if |when )?(?:the )?(?:L\d+|U|V\d+) is (?:not )?(?:given|absent|V\d+|true|false|enabled|disabled)(?![^ ])/;

/** How sure a part of a sentence can be beside the rest of it, which stands in another clause. */
export const judgeRest = (whole: string, part: string): Confidence => {
  const at = whole.indexOf(part);
  if (at >= 0 && / if /.test(` ${part} `) && furtherCondition.test(whole.slice(at + part.length))) return "guess";
  return at < 0 || governing.test(whole.slice(0, at)) || governing.test(whole.slice(at + part.length)) ? "likely" : "certain";
};
