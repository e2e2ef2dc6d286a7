import type { JsonValue } from "../../code/json-value.js";
import { kindOf, type Rule } from "../../rules/index.js";
import type { SurfaceRule } from "../../surface/shape.js";

/** The rule as its kind knows it; a surface holds what the kinds made, without the places. */
const asRule = ({ rule, at }: SurfaceRule): Rule => ({ ...rule, pointer: at }) as unknown as Rule;

export const fieldsOfRule = (one: SurfaceRule): readonly string[] => {
  const rule = asRule(one);
  return kindOf(rule).fields(rule);
};

export const ruleText = ({ rule }: SurfaceRule): string => JSON.stringify(rule);

/** Objects that are looked at to find one that tells two sets of rules apart. */
const mostObjects = 20_000;

/** The values that conditions of a rule name, wherever they stand in it. */
const valuesIn = (value: JsonValue): readonly JsonValue[] => {
  if (Array.isArray(value)) return value.flatMap(valuesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => (key === "values" && Array.isArray(member) ? member : valuesIn(member)));
};

/** A value that no condition names. */
const other = "\u0000";

const isChain = ({ rule }: SurfaceRule): boolean => rule.kind === "ascending";

const isKey = ({ rule }: SurfaceRule): boolean => rule.kind === "uniqueBy";

/** What a field may be, as far as rules tell: not there, null, a value that they name, or another one. */
const statesOf = (rules: readonly SurfaceRule[]): readonly (JsonValue | undefined)[] => {
  const named = [...new Map(rules.flatMap(({ rule }) => valuesIn(rule)).map((value) => [JSON.stringify(value), value])).values()];
  const chain = rules.filter(isChain).flatMap(fieldsOfRule).length;
  const numbers = Array.from({ length: Math.min(chain, 4) }, (_, index) => index);
  return [undefined, null, ...named, other, ...numbers];
};

function* objectsOf(fields: readonly string[], states: readonly (JsonValue | undefined)[], made: readonly (readonly [string, JsonValue])[] = []): Iterable<JsonValue> {
  const [field, ...others] = fields;
  if (field === undefined) yield Object.fromEntries(made);
  else for (const state of states) yield* objectsOf(others, states, state === undefined ? made : [...made, [field, state]]);
}

const holdsOf = (one: SurfaceRule): ((value: JsonValue) => boolean) => {
  const rule = asRule(one);
  return (value) => kindOf(rule).holds(rule, value);
};

const impliesKey = (premises: readonly SurfaceRule[], conclusion: SurfaceRule): boolean =>
  premises.some((one) => isKey(one) && fieldsOfRule(one).every((field) => fieldsOfRule(conclusion).includes(field)));

/**
 * Does every object that keeps the rules, and has the required fields, keep the other rule as well? Found out by trying all objects
 * that rules can tell apart; where these are too many, it is not shown and the answer is no.
 */
export const implies = (premises: readonly SurfaceRule[], required: ReadonlySet<string>, conclusion: SurfaceRule): boolean => {
  if (premises.some((one) => ruleText(one) === ruleText(conclusion))) return true;
  if (isKey(conclusion)) return impliesKey(premises, conclusion);
  const fields = fieldsOfRule(conclusion);
  const near = premises.filter((one) => !isKey(one) && fieldsOfRule(one).some((field) => fields.includes(field)));
  const names = [...new Set([...fields, ...near.flatMap(fieldsOfRule)])];
  const states = statesOf([conclusion, ...near]);
  if (states.length ** names.length > mostObjects) return false;
  const [premise, holds] = [near.map(holdsOf), holdsOf(conclusion)];
  const demanded = names.filter((name) => required.has(name));
  for (const object of objectsOf(names, states)) {
    const isPossible = demanded.every((name) => typeof object === "object" && object !== null && Object.hasOwn(object, name)) && premise.every((test) => test(object));
    if (isPossible && !holds(object)) return false;
  }
  return true;
};
