import { type Code, code, join, raw } from "../../code/code.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { Schema } from "../../model/schema.js";
import { kindOf, type Rule } from "../../rules/index.js";
import type { Alternative } from "../../rules/rule.js";
import { settleAlternative } from "./settle-alternative.js";
import type { TypeWriter } from "./type-expression.js";

/** What is known of the fields that rules speak about. */
export type FieldSchema = (name: string) => Schema | undefined;

type State = Alternative[number]["state"];

const isNullable = (schema: Schema | undefined): boolean => schema?.keywords.type?.includes("null") ?? true;

const memberType = (name: string, state: State, field: FieldSchema, types: TypeWriter): Code => {
  const schema = field(name);
  const key = propertyKey(name);
  if (typeof state === "object") {
    if ("type" in state) return code`${key}: ${literal(state.type)}`;
    const type = schema === undefined ? code`unknown` : types.typeOf(schema);
    return code`${key}?: Exclude<${type}, ${join(state.except.map(literal), " | ")}>`;
  }
  switch (state) {
    case "set":
      return code`${key}: ${schema === undefined ? code`NonNullable<unknown>` : types.nonNullTypeOf(schema)}`;
    case "present":
      return code`${key}: ${schema === undefined ? code`unknown` : types.typeOf(schema)}`;
    case "absent":
      return code`${key}?: never`;
    case "unset":
      return code`${key}?: ${raw(isNullable(schema) ? "null" : "never")}`;
  }
};

/** alternativesType([a is set], [b is set]) ~> `{ a: string } | { b: string }` */
export const alternativesType = (alternatives: Iterable<Alternative>, field: FieldSchema, types: TypeWriter): Code => {
  const members = [...alternatives].flatMap((alternative) => {
    const parts = settleAlternative(alternative)?.map(({ name, state }) => memberType(name, state, field, types));
    return parts === undefined ? [] : [code`{ ${join(parts, "; ")} }`];
  });
  return members.length === 0 ? code`never` : join(members, " | ");
};

/** The unions that the rule comes to, of which all hold; none where types cannot say it. */
export const ruleClauses = (rule: Rule, field: FieldSchema, types: TypeWriter): readonly Code[] => {
  const kind = kindOf(rule);
  const whole = kind.clauses === undefined ? kind.alternatives(rule) : undefined;
  const clauses = kind.clauses?.(rule) ?? (whole === undefined ? [] : [whole]);
  return clauses.map((clause) => alternativesType(clause, field, types));
};

/** A type that no value has; its key is the sentence, which is what the compiler prints when nothing else fits. */
export const sentenceType = (rule: Rule): Code => code`{ ${propertyKey(kindOf(rule).sentence(rule))}: never }`;

/**
 * One union per rule, the sentence last: first, or left out, it makes compilers name only the last field.
 * ~> `{ a: string } | { b: string } | { "at least one of a, b is required": never }`
 */
export const ruleUnion = (rule: Rule, field: FieldSchema, types: TypeWriter): Code | undefined => {
  const alternatives = kindOf(rule).alternatives(rule);
  return alternatives === undefined ? undefined : code`${alternativesType(alternatives, field, types)} | ${sentenceType(rule)}`;
};

/** How many there are, up to `most`: of a rule about many groups there are more than could be counted. */
const countUpTo = (most: number, alternatives: Iterable<Alternative>): number => {
  let count = 0;
  for (const _ of alternatives) if (++count >= most) break;
  return count;
};

/** How many members the intersection of the rules' unions multiplies out to, counted no further than just past `most`. */
export const unionSize = (rules: readonly Rule[], most: number): number =>
  rules.reduce((size, rule) => (size > most ? size : size * (countUpTo(most + 1, kindOf(rule).alternatives(rule) ?? []) + 1)), 1);
