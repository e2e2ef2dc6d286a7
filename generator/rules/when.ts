import { type Code, code, join } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { Emit } from "../keywords/keyword.js";
import { fail } from "../keywords/runtime.js";
import { child, type Pointer } from "../source/pointer.js";
import { isSourceArray, isSourceObject } from "../source/value.js";
import type { AtLeastOne } from "./at-least-one.js";
import { type Condition, conditionOf, conditionSentence, conditionTest, isMet } from "./condition.js";
import { keyPlace, requiredPlaces } from "./field-places.js";
import { distinct } from "./fields.js";
import { negationFirst } from "./negation-first.js";
import { assertionKeys, groupOf, inEachPart, type Owner, type Part, type Recognised } from "./owner.js";
import { type Plain, plainKind, plainKinds } from "./plain.js";
import type { Alternative, RuleBase, RuleKind } from "./rule.js";

/** Rules that hold only under a condition (`if`/`then`/`else`). */
export interface When extends RuleBase {
  readonly kind: "when";
  readonly condition: Condition;
  readonly then: readonly Plain[];
  readonly otherwise: readonly Plain[];
}

const sentences = (rules: readonly Plain[]): string => rules.map((rule) => plainKind(rule).sentence(rule)).join("; ");

const sentence = ({ condition, then, otherwise }: When): string =>
  [
    ...(then.length === 0 ? [] : [`when ${conditionSentence(condition, false)}: ${sentences(then)}`]),
    ...(otherwise.length === 0 ? [] : [`when ${conditionSentence(condition, true)}: ${sentences(otherwise)}`]),
  ].join("; ");

const rejectAll = (rules: readonly Plain[], value: Code, emit: Emit): Code =>
  join(
    rules.map((rule) => emit.reject(code`!(${plainKind(rule).test(rule, value, emit)})`, plainKind(rule).fail(rule, value))),
    "",
  );

const testAll = (rules: readonly Plain[], value: Code, emit: Emit): Code =>
  rules.length === 0 ? code`true` : join(rules.map((rule) => code`(${plainKind(rule).test(rule, value, emit)})`), " && ");

/** The condition fulfilled, by each of its values, and not fulfilled; undefined where types cannot tell these apart. */
const sidesOf = ({ condition: { field, values, required }, otherwise }: When): { readonly met: readonly Alternative[]; readonly unmet: Alternative } | undefined =>
  // "any other value" has no type but `Exclude`, which only literal unions allow: the condition side is exact there
  !required || otherwise.length > 0
    ? undefined
    : { met: values.map((value) => [{ name: field, state: { type: value } }]), unmet: [{ name: field, state: { except: values } }] };

/** Every way to obey all of the rules, joined to what comes before. */
function* obeying(rules: readonly Plain[], before: Alternative): Iterable<Alternative> {
  const [rule, ...others] = rules;
  if (rule === undefined) yield before;
  else for (const one of plainKind(rule).alternatives(rule) ?? [[]]) yield* obeying(others, [...before, ...one]);
}

const alternatives = (rule: When): Iterable<Alternative> | undefined => {
  const sides = sidesOf(rule);
  return sides && guarded(sides, rule.then);
};

function* guarded({ met, unmet }: { readonly met: readonly Alternative[]; readonly unmet: Alternative }, then: readonly Plain[]): Iterable<Alternative> {
  for (const guard of met) yield* obeying(then, guard);
  yield unmet;
}

/** Each of the guarded rules by itself: where the condition is fulfilled, it is obeyed. */
const clauses = (rule: When): readonly (readonly Alternative[])[] | undefined => {
  const sides = sidesOf(rule);
  return sides && rule.then.flatMap(clausesOf).map((clause) => [...sides.met.flatMap((guard) => clause.map((one) => [...guard, ...one])), sides.unmet]);
};

const clausesOf = (rule: Plain): readonly (readonly Alternative[])[] => {
  const kind = plainKind(rule);
  return kind.clauses?.(rule) ?? [[...(kind.alternatives(rule) ?? [[]])]];
};

/** `required`, with types that exclude null if need be, as a rule that asks for all of its fields. */
const requiredIn = ({ source, pointer }: Part, owner: Owner): readonly Recognised<AtLeastOne>[] =>
  [["required", "properties"], ["required"]]
    .flatMap((keys): readonly Recognised<AtLeastOne>[] => {
      const group = groupOf(new Map([...source].filter(([key]) => keys.includes(key))), owner);
      const consumed = keys.map((key) => child(pointer, key));
      return group === undefined
        ? []
        : [{ rule: { kind: "atLeastOne", pointer: child(pointer, "required"), places: requiredPlaces(source, pointer), groups: [group] }, consumed }];
    })
    .slice(0, 1);

/** Was the keyword read into rules, as a whole or member by member? */
const isRead = (key: string, { source, pointer }: Part, read: ReadonlySet<Pointer>): boolean => {
  const at = child(pointer, key);
  const value = source.get(key);
  return read.has(at) || (isSourceObject(value) && value.size > 0 && [...value.keys()].every((name) => read.has(child(at, name))));
};

/** The branch as rules, if it says nothing else; with `inPart`, as those that it says beside other things. */
const rulesOf = (part: Part, owner: Owner, inPart: boolean): readonly Plain[] | undefined => {
  const own: Owner = { ...owner, parts: [part], closedFields: undefined };
  const kinds = Object.values(plainKinds);
  const found = [...requiredIn(part, own), ...kinds.flatMap((kind): readonly Recognised<Plain>[] => kind.recognise(own))];
  const read = new Set(found.flatMap((one) => one.consumed));
  const saysObject = part.source.get("type") === "object" && owner.onlyObjects;
  const rest = assertionKeys(part.source).filter((key) => !(key === "type" && saysObject) && !isRead(key, part, read));
  return rest.length === 0 || inPart ? found.map((one) => one.rule) : undefined;
};

const branchOf = (part: Part, keyword: string, owner: Owner, inPart: boolean): readonly Plain[] | undefined => {
  const source = part.source.get(keyword);
  if (source === undefined) return [];
  return isSourceObject(source) ? rulesOf({ source, pointer: child(part.pointer, keyword) }, owner, inPart) : inPart ? [] : undefined;
};

/** `if` on the value of one field, with branches that are nothing but rules; with `inPart`, that hold rules beside other things. */
export const whensIn = (owner: Owner, inPart: boolean): readonly Recognised<When>[] =>
  owner.parts.flatMap((part): readonly Recognised<When>[] => {
    const guard = part.source.get("if");
    const condition = guard === undefined ? undefined : conditionOf(guard);
    const then = branchOf(part, "then", owner, inPart);
    const otherwise = branchOf(part, "else", owner, inPart);
    if (condition === undefined || then === undefined || otherwise === undefined) return [];
    if (then.length + otherwise.length === 0) return [];
    const consumed = ["if", "then", "else"].map((keyword) => child(part.pointer, keyword));
    const pointer = child(part.pointer, "if");
    const places = [keyPlace(condition.field, child(pointer, "properties")), ...[...then, ...otherwise].flatMap((rule) => rule.places ?? [])];
    return [{ rule: { kind: "when", pointer, places, condition, then, otherwise }, consumed }];
  });

/** `anyOf: [{ not: { properties: { kind: { enum: [x] } }, required: [kind] } }, { required: [a] }]`, which says it in OpenAPI 3.0. */
const fromChoices = (owner: Owner): readonly Recognised<When>[] =>
  inEachPart(owner, "anyOf", (value, pointer): readonly Recognised<When>[] => {
    const [unless, branch] = isSourceArray(value) && value.length === 2 ? negationFirst(value) : [];
    const condition = conditionOf(unless?.schema.get("not") ?? null);
    if (unless === undefined || branch === undefined || condition === undefined) return [];
    const then = rulesOf({ source: branch.schema, pointer: child(pointer, branch.index) }, owner, false);
    if (then === undefined || then.length === 0) return [];
    const places = [keyPlace(condition.field, child(pointer, unless.index, "not", "properties")), ...then.flatMap((rule) => rule.places ?? [])];
    return [{ rule: { kind: "when", pointer, places, condition, then, otherwise: [] }, consumed: [pointer] }];
  });

export const when: RuleKind<When> = {
  kind: "when",
  recognise: (owner) => [...whensIn(owner, false), ...fromChoices(owner)],
  sentence,
  fields: ({ condition, then, otherwise }) =>
    distinct([condition.field, ...[...then, ...otherwise].flatMap((rule) => plainKind(rule).fields(rule))]),
  alternatives,
  clauses,
  test: ({ condition, then, otherwise }, value, emit) =>
    code`(${conditionTest(condition, value, emit)}) ? ${testAll(then, value, emit)} : ${testAll(otherwise, value, emit)}`,
  fail: (rule) => fail("failRequires", literal(sentence(rule)), literal([rule.condition.field])),
  walk: (rule, value, emit) => {
    const otherwise = rule.otherwise.length === 0 ? code`` : code` else {\n${rejectAll(rule.otherwise, value, emit)}}`;
    return code`if (${conditionTest(rule.condition, value, emit)}) {\n${rejectAll(rule.then, value, emit)}}${otherwise}\n`;
  },
  holds: ({ condition: guard, then, otherwise }, value) =>
    (isMet(guard, value) ? then : otherwise).every((rule) => plainKind(rule).holds(rule, value)),
};
