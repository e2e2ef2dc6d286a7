import { type Code, code, join } from "../code/code.js";
import type { JsonValue } from "../code/json-value.js";
import { literal } from "../code/literal.js";
import { equals } from "../../templates/check.js";
import type { Emit } from "../keywords/keyword.js";
import { memberOf } from "../keywords/member.js";
import { check, fail } from "../keywords/runtime.js";
import { child } from "../source/pointer.js";
import { toPlain } from "../source/to-plain.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";
import { distinct, listed } from "./fields.js";
import { assertionKeys, groupOf, namesIn, type Owner, type Part, type Recognised } from "./owner.js";
import type { Alternative, RuleBase, RuleKind } from "./rule.js";
import { type Plain, plainKind, plainKinds } from "./plain.js";

/** `field` has one of `values`; where it is not `required`, leaving it out fulfils the condition too. */
export interface Condition {
  readonly field: string;
  readonly values: readonly JsonValue[];
  readonly required: boolean;
}

/** Rules that hold only under a condition (`if`/`then`/`else`). */
export interface When extends RuleBase {
  readonly kind: "when";
  readonly condition: Condition;
  readonly then: readonly Plain[];
  readonly otherwise: readonly Plain[];
}

const shown = ({ field, values }: Condition, negated: boolean): string =>
  `${field} is ${negated ? "not " : ""}${listed(values.map((value) => JSON.stringify(value)))}`;

const clauses = (rules: readonly Plain[]): string => rules.map((rule) => plainKind(rule).sentence(rule)).join("; ");

const sentence = ({ condition, then, otherwise }: When): string =>
  [
    ...(then.length === 0 ? [] : [`when ${shown(condition, false)}: ${clauses(then)}`]),
    ...(otherwise.length === 0 ? [] : [`when ${shown(condition, true)}: ${clauses(otherwise)}`]),
  ].join("; ");

const isMet = ({ field, values, required }: Condition, value: JsonValue): boolean => {
  const found = memberOf(value, field);
  return found === undefined ? !required : values.some((candidate) => equals(candidate, found));
};

const equalTo = (value: Code, data: JsonValue): Code =>
  data !== null && typeof data === "object"
    ? code`${check("equals")}(${value}, ${literal(data)})`
    : code`${value} === ${literal(data)}`;

const conditionTest = ({ field, values, required }: Condition, value: Code, emit: Emit): Code => {
  const found = emit.property(value, field);
  const matches = values.map((candidate) => equalTo(found, candidate));
  return join(required ? matches : [code`${found} === undefined`, ...matches], " || ");
};

const rejectAll = (rules: readonly Plain[], value: Code, emit: Emit): Code =>
  join(
    rules.map((rule) => emit.reject(code`!(${plainKind(rule).test(rule, value, emit)})`, plainKind(rule).fail(rule, value))),
    "",
  );

const testAll = (rules: readonly Plain[], value: Code, emit: Emit): Code =>
  rules.length === 0 ? code`true` : join(rules.map((rule) => code`(${plainKind(rule).test(rule, value, emit)})`), " && ");

/** The alternatives of the guarded rules, each with the guard; undefined where a rule has none. */
const guarded = (rules: readonly Plain[], guards: readonly Alternative[]): readonly Alternative[] | undefined =>
  rules.reduce<readonly Alternative[] | undefined>((lists, rule) => {
    const own = plainKind(rule).alternatives(rule);
    return lists === undefined || own === undefined ? undefined : lists.flatMap((left) => own.map((right) => [...left, ...right]));
  }, guards);

const alternatives = ({ condition, then, otherwise }: When): readonly Alternative[] | undefined => {
  // "any other value" has no type but `Exclude`, which only literal unions allow: the condition side is exact there
  if (!condition.required || otherwise.length > 0) return undefined;
  const met = guarded(
    then,
    condition.values.map((value) => [{ name: condition.field, state: { type: value } }]),
  );
  return met === undefined ? undefined : [...met, [{ name: condition.field, state: { except: condition.values } }]];
};

/** `{ properties: { kind: { const: x } }, required: [kind] }` (or `enum`) */
const conditionOf = (schema: SourceValue): Condition | undefined => {
  if (!isSourceObject(schema)) return undefined;
  if (assertionKeys(schema).some((key) => !["properties", "required", "type"].includes(key))) return undefined;
  const members = schema.get("properties");
  const [member, ...more] = isSourceObject(members) ? [...members] : [];
  if (member === undefined || more.length > 0 || !isSourceObject(member[1])) return undefined;
  const [field, guard] = member;
  const required = schema.has("required") ? namesIn(schema.get("required")) : [];
  if (required === undefined || required.some((name) => name !== field)) return undefined;
  const values = valuesOf(guard);
  return values === undefined ? undefined : { field, values, required: required.length > 0 };
};

const valuesOf = (guard: SourceObject): readonly JsonValue[] | undefined => {
  const [key, ...more] = assertionKeys(guard);
  if (more.length > 0) return undefined;
  const value = key === undefined ? undefined : guard.get(key);
  if (key === "const" && value !== undefined) return [toPlain(value)];
  return key === "enum" && isSourceArray(value) ? value.map(toPlain) : undefined;
};

/** The branch as rules, if it says nothing else. */
const rulesOf = (part: Part, owner: Owner): readonly Plain[] | undefined => {
  const own: Owner = { ...owner, parts: [part], closedFields: undefined };
  const requiredGroup = groupOf(new Map([...part.source].filter(([key]) => key === "required")), own);
  const fromRequired: readonly Recognised<Plain>[] =
    requiredGroup === undefined
      ? []
      : [
          {
            rule: { kind: "atLeastOne", pointer: child(part.pointer, "required"), groups: [requiredGroup] },
            consumed: [child(part.pointer, "required")],
          },
        ];
  const found = [...fromRequired, ...Object.values(plainKinds).flatMap((kind): readonly Recognised<Plain>[] => kind.recognise(own))];
  const consumed = new Set(found.flatMap((one) => one.consumed));
  const rest = assertionKeys(part.source).filter((key) => key !== "type" && !consumed.has(child(part.pointer, key)));
  return rest.length === 0 ? found.map((one) => one.rule) : undefined;
};

const branchOf = (part: Part, keyword: string, owner: Owner): readonly Plain[] | undefined => {
  const source = part.source.get(keyword);
  if (source === undefined) return [];
  return isSourceObject(source) ? rulesOf({ source, pointer: child(part.pointer, keyword) }, owner) : undefined;
};

/** `if` on the value of one field, with branches that are nothing but rules. */
const recognise = (owner: Owner): readonly Recognised<When>[] =>
  owner.parts.flatMap((part): readonly Recognised<When>[] => {
    const guard = part.source.get("if");
    const condition = guard === undefined ? undefined : conditionOf(guard);
    const then = branchOf(part, "then", owner);
    const otherwise = branchOf(part, "else", owner);
    if (condition === undefined || then === undefined || otherwise === undefined) return [];
    if (then.length + otherwise.length === 0) return [];
    const consumed = ["if", "then", "else"].map((keyword) => child(part.pointer, keyword));
    return [{ rule: { kind: "when", pointer: child(part.pointer, "if"), condition, then, otherwise }, consumed }];
  });

export const when: RuleKind<When> = {
  kind: "when",
  recognise,
  sentence,
  fields: ({ condition, then, otherwise }) =>
    distinct([condition.field, ...[...then, ...otherwise].flatMap((rule) => plainKind(rule).fields(rule))]),
  alternatives,
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
