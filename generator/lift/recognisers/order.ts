import { type Found, listAt, recogniser, type Wording } from "./recogniser.js";
import { flat, subjectOf } from "./say.js";

/** The one subject and the others that it is compared with. */
const sidesOf = (found: Found): readonly [one: string, others: readonly string[]] | undefined => {
  const [subject, list] = [subjectOf(found), found.list("b")];
  const [one, ...more] = subject === undefined ? [] : flat(subject);
  if (one === undefined || more.length > 0 || list === undefined || list.joined === "or") return undefined;
  // "later than `from` plus a day", "than the `limit` of the account"
  return /^(?:plus|minus|[+*/-]|is|of|times|by|when|if|unless|V\d+)(?: |$)/.test(found.after) ? undefined : [one, flat(list)];
};

/** The subject on the given side of the other; `equal` where they may be the same. */
const ordered =
  (side: "less" | "greater", equal: boolean): Wording[1] =>
  (found) => {
    const sides = sidesOf(found);
    if (sides === undefined) return undefined;
    const [one, others] = sides;
    return { statements: others.map((other) => ({ kind: "ascending", fields: side === "less" ? [one, other] : [other, one], strict: !equal })) };
  };

/** The direction is not said: a person has to decide. */
const undirected: Wording[1] = (found) => {
  const sides = sidesOf(found);
  if (sides === undefined) return undefined;
  const [one, others] = sides;
  return {
    statements: others.map((other) => ({ kind: "ordered", fields: [one, other] })),
    confidence: "guess",
    note: `the sentence does not say which comes first: ${others.map((other) => `${one} <= ${other}, or ${other} <= ${one}`).join("; ")}`,
  };
};

/** "1 second after the given `start`" ~> the field, and that it cannot be reached */
const endIn = (text: string, beyond: "after" | "before", { clause }: Found): { readonly name: string; readonly strict: boolean } | undefined => {
  const [, side, placeholder] = /^(?:V\d+ [a-z]+ (after|before) )?(?:(?!after|before|and)[a-z]+ ){0,3}(L\d+)(?: [a-z]+)?$/.exec(text) ?? [];
  const [name, ...more] = listAt(placeholder, clause)?.groups.flat() ?? [];
  return name === undefined || more.length > 0 || (side !== undefined && side !== beyond) ? undefined : { name, strict: side !== undefined };
};

/** "between `min` and `max`": at least one of the two ends is a field. */
const between: Wording[1] = (found) => {
  const self = subjectOf(found)?.groups.flat() ?? [];
  const [one] = self;
  if (one === undefined || self.length > 1) return undefined;
  const ends = found.list("b")?.groups.flat() ?? [];
  const least = ends[0] === undefined ? endIn(found.text("least") ?? "", "after", found) : { name: ends[0], strict: false };
  const most = ends[1] === undefined ? endIn(found.text("most") ?? "", "before", found) : { name: ends[1], strict: false };
  return {
    statements: [
      ...(least === undefined ? [] : [{ kind: "ascending", fields: [least.name, one], strict: least.strict } as const]),
      ...(most === undefined ? [] : [{ kind: "ascending", fields: [one, most.name], strict: most.strict } as const]),
    ],
    confidence: "likely",
  };
};

const orEqual = "(?: ,)? or (?:the )?(?:is|equal|same|identical)(?: to| as)?";
const of = "(?: the)?(?: (?:value|date|time|timestamp))?(?: of)?(?: the)?(?: (?:given|specified))?";
const greater = "(?:(?:greater|larger|higher|bigger|later|more|newer) than|(?:later|greater) (?=L)|after|past|above|beyond|superior to)";
const less = "(?:(?:less|smaller|lower|earlier|fewer|older|lesser) than|before|prior to|below|inferior to)";
const must = "(?:if (?:L\\d+ is )?(?:given|both is given)(?: ,)? )?(?:{L:a} )?(?:value )?{must} be(?: given)?(?: to)?(?: an?)?(?: (?:date|time|value|number|timestamp|day))?(?: that is)?";
const cannot = "(?:if (?:given|both is given)(?: ,)? )?(?:{L:a} )?(?:value )?{cannot}(?: be| come| fall| occur)(?: given)?(?: to)?";
const comes = "(?:{L:a} )?(?:value )?{must} (?:come|occur|fall|lie|start|end|happen)";

/** "must be greater than a", "cannot be before b" */
export const order = recogniser("order", /than|before|after|prior|order|magnitude|exceed|above|below|least|most|on or|at or|[<>≤≥]|past|beyond|between/, [
  [`${must} ${greater}${orEqual}${of} {L:b}`, ordered("greater", true)],
  [`${must} ${less}${orEqual}${of} {L:b}`, ordered("less", true)],
  [`${must} (?:on or after|at or after|(?:is|equal)(?: to)? or (?:greater|later|larger|higher) than|at least(?: as (?:large|great|high|late|long) as)?|no (?:less|earlier|smaller|lower) than|not (?:less|earlier|smaller|lower) than|>=|≥)${of} {L:b}`, ordered("greater", true)],
  [`${must} (?:on or before|at or before|(?:is|equal)(?: to)? or (?:less|earlier|smaller|lower) than|at most(?: as (?:large|great|high|late|long) as)?|no (?:more|later|greater|larger|higher) than|not (?:more|later|greater|larger|higher) than|<=|≤)${of} {L:b}`, ordered("less", true)],
  [`${must} (?:${greater}|>)${of} {L:b}`, ordered("greater", false)],
  [`${must} (?:${less}|<)${of} {L:b}`, ordered("less", false)],
  [`${comes} ${greater}${of} {L:b}`, ordered("greater", false)],
  [`${comes} ${less}${of} {L:b}`, ordered("less", false)],
  [`${cannot} ${greater}${orEqual}${of} {L:b}`, ordered("less", false)],
  [`${cannot} ${less}${orEqual}${of} {L:b}`, ordered("greater", false)],
  [`${cannot} ${greater}${of} {L:b}`, ordered("less", true)],
  [`${cannot} ${less}${of} {L:b}`, ordered("greater", true)],
  [`(?:{L:a} )?{cannot} exceed${of} {L:b}`, ordered("less", true)],
  ["(?:{L:a} )?(?:{must}|can) be (?:given )?(?:[a-z]+ ){0,4}between {L:b}", (found) => (found.list("b")?.groups.length === 2 ? between(found) : undefined)],
  ["(?:{L:a} )?(?:{must}|can) be (?:given )?(?:[a-z]+ ){0,4}between (?<least>.{1,80}?) and (?<most>.{1,80})", between],
  ["(?:{L:a} )?must be given in an? proper order , in relation to the following fields : {L:b}", undirected],
  ["(?:{L:a} )?must be given with a proper magnitude , in relation to the following fields : {L:b}", undirected],
]);
