import type { JsonValue } from "../../generator/code/json-value.js";
import { memberOf } from "../../generator/keywords/member.js";
import { isKeyword, type KeywordName, keywordNamed } from "../../generator/keywords/index.js";
import type { Holds } from "../../generator/keywords/keyword.js";
import { isOfType } from "../../generator/keywords/type.js";
import type { Schema } from "../../generator/model/schema.js";
import { kindOf, type Rule } from "../../generator/rules/index.js";
import type { Alternative } from "../../generator/rules/rule.js";
import { isMap } from "./value-places.js";

/** How much of a keyword, or of a rule, types say. */
export type Share = "yes" | "partly" | "no";

/** By the code of its issue. */
export type Shares = ReadonlyMap<string, Share>;

type Says = (schema: Schema, value: JsonValue, types: Holds) => boolean;

const shapes: readonly KeywordName[] = ["type", "properties", "additionalProperties", "items", "prefixItems", "$ref", "enum", "const"];

/** Does the schema describe values, or only assert something about them? */
const describes = (schema: Schema): boolean => {
  const { allOf = [], anyOf, oneOf } = schema.keywords;
  if (schema.always !== undefined) return !schema.always;
  return (
    shapes.some((name) => schema.keywords[name] !== undefined) ||
    allOf.some(describes) ||
    [anyOf, oneOf].some((forms) => forms?.every(describes))
  );
};

/** A union is said where each of its forms describes values; then it is no more than "one of these, at least". */
const union =
  (name: "anyOf" | "oneOf"): Says =>
  ({ keywords }, value, types) => {
    const forms = keywords[name] ?? [];
    return !forms.every(describes) || forms.some((form) => types.holds(form, value));
  };

/** Is the member described, here or in what applies to the same value? */
const isDescribed = ({ keywords: { properties, allOf = [], $ref } }: Schema, name: string): boolean =>
  properties?.has(name) === true || [...allOf, ...($ref === undefined ? [] : [$ref.schema()])].some((other) => isDescribed(other, name));

/** What is said of keywords of which types say a part. */
const partly: Readonly<Partial<Record<KeywordName, Says>>> = {
  type: ({ keywords }, value) => (keywords.type ?? []).some((name) => isOfType(name === "integer" ? "number" : name, value)),
  required: (schema, value) =>
    (schema.keywords.required ?? []).every((name) => !isDescribed(schema, name) || memberOf(value, name) !== undefined),
  additionalProperties: ({ keywords }, value, types) => {
    const { properties, patternProperties, additionalProperties: further } = keywords;
    return (
      further?.always === false ||
      (properties ?? patternProperties) !== undefined ||
      !isMap(value) ||
      further === undefined ||
      Object.values(value).every((member) => types.holds(further, member))
    );
  },
  anyOf: union("anyOf"),
  oneOf: union("oneOf"),
};

const isObeyed = (alternative: Alternative, value: JsonValue): boolean =>
  alternative.every(({ name, state }) => {
    const member = memberOf(value, name);
    if (typeof state === "object") return "type" in state ? member === state.type : member === undefined || !state.except.includes(member);
    if (state === "present") return member !== undefined;
    if (state === "set") return member !== undefined && member !== null;
    return member === undefined || (state === "unset" && member === null);
  });

/** A rule under a condition is said as far as its alternatives go: those cannot tell what a missing field means. */
const ruleHolds = (rule: Rule, value: JsonValue, shares: Shares): boolean => {
  if (rule.kind !== "when") return shares.get(rule.kind) === "no" || kindOf(rule).holds(rule, value);
  const alternatives = kindOf(rule).alternatives(rule);
  return alternatives === undefined || [...alternatives].some((alternative) => isObeyed(alternative, value));
};

/** Keywords that lead to other schemas, and have no code of their own. */
const structure: ReadonlySet<KeywordName> = new Set<KeywordName>(["$ref", "properties", "items", "allOf"]);

const keywordHolds = (name: KeywordName, schema: Schema, value: JsonValue, shares: Shares, types: Holds): boolean => {
  const keyword = keywordNamed(name);
  const share = structure.has(name) ? "yes" : (shares.get(name) ?? "no");
  if (share === "no" || keyword.form === "companion") return true;
  const data: unknown = schema.keywords[name];
  const group = typeof keyword.group === "function" ? keyword.group(data) : keyword.group;
  if (group !== "any" && group !== groupOf(value)) return true;
  const says = share === "partly" ? partly[name] : undefined;
  return says === undefined ? keyword.holds(data, value, types, schema) : says(schema, value, types);
};

/** In the words of keywords, for which null is of no group. */
const groupOf = (value: JsonValue): string => {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
};

/** Keywords of which types say a part, in the words of the table. */
export const partlySaid: readonly string[] = Object.keys(partly);

/**
 * Does the value satisfy as much of the schema as types say? The interpreter, without what they cannot say. With `lax`, what
 * stands in a list or a map may be anything where `{}` would do: inside of intersections TypeScript does not look for common
 * members there.
 */
export const typeHolds = (shares: Shares, lax = false): ((schema: Schema, value: JsonValue) => boolean) => {
  const types: Holds = {
    holds: (schema, value) => {
      if (schema.always !== undefined) return schema.always;
      const names = Object.keys(schema.keywords).filter(isKeyword);
      const obeys = !isMap(value) || schema.rules.every((rule) => ruleHolds(rule, value, shares));
      return obeys && names.every((name) => keywordHolds(name, schema, value, shares, lax && isContainer(name) ? inside : types));
    },
  };
  const inside: Holds = { holds: (schema, value) => types.holds(schema, value) || (value !== null && types.holds(schema, {})) };
  return types.holds;
};

const isContainer = (name: KeywordName): boolean => name === "items" || name === "additionalProperties";
