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

/** ruleAlternatives(at least one of a, b) ~> `{ a: string } | { b: string }`; undefined where types cannot say the rule */
export const ruleAlternatives = (rule: Rule, field: FieldSchema, types: TypeWriter): Code | undefined => {
  const alternatives = kindOf(rule).alternatives(rule);
  if (alternatives === undefined) return undefined;
  const members = alternatives.flatMap((alternative) => {
    const parts = settleAlternative(alternative)?.map(({ name, state }) => memberType(name, state, field, types));
    return parts === undefined ? [] : [code`{ ${join(parts, "; ")} }`];
  });
  return members.length === 0 ? code`never` : join(members, " | ");
};

/** A type that no value has; its key is the sentence, which is what the compiler prints when nothing else fits. */
export const sentenceType = (rule: Rule): Code => code`{ ${propertyKey(kindOf(rule).sentence(rule))}: never }`;

/**
 * One union per rule, the sentence last: first, or left out, it makes compilers name only the last field.
 * ~> `{ a: string } | { b: string } | { "at least one of a, b is required": never }`
 */
export const ruleUnion = (rule: Rule, field: FieldSchema, types: TypeWriter): Code | undefined => {
  const alternatives = ruleAlternatives(rule, field, types);
  return alternatives === undefined ? undefined : code`${alternatives} | ${sentenceType(rule)}`;
};

/** How many members the intersection of the rules' unions multiplies out to. */
export const unionSize = (rules: readonly Rule[]): number =>
  rules.reduce((size, rule) => size * ((kindOf(rule).alternatives(rule)?.length ?? 0) + 1), 1);
