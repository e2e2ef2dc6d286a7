import type { JsonValue } from "../code/json-value.js";
import { isKeyword, keywordNamed, type KeywordName } from "../keywords/index.js";
import type { Group } from "../keywords/keyword.js";
import { isOfType } from "../keywords/type.js";
import { kindOf } from "../rules/index.js";
import type { Schema } from "./schema.js";

const groupOf = (value: JsonValue): Group => {
  if (typeof value === "string" || typeof value === "number") return typeof value === "string" ? "string" : "number";
  if (Array.isArray(value)) return "array";
  return isOfType("object", value) ? "object" : "any";
};

const keywordHolds = (name: KeywordName, schema: Schema, value: JsonValue): boolean => {
  const keyword = keywordNamed(name);
  const data: unknown = schema.keywords[name];
  if (keyword.form === "companion") return true;
  const group = typeof keyword.group === "function" ? keyword.group(data) : keyword.group;
  return (group !== "any" && group !== groupOf(value)) || keyword.holds(data, value, { holds }, schema);
};

const ruleHolds = (schema: Schema, value: JsonValue): boolean =>
  schema.rules.every((rule) => {
    const group: Group = rule.kind === "uniqueBy" ? "array" : "object";
    return group !== groupOf(value) || kindOf(rule).holds(rule, value);
  });

/** Does the value satisfy the schema? Keyword by keyword, without code: the oracle of the validators. */
export const holds = (schema: Schema, value: JsonValue): boolean => {
  if (schema.always !== undefined) return schema.always;
  const names = Object.keys(schema.keywords).filter(isKeyword);
  return names.every((name) => keywordHolds(name, schema, value)) && ruleHolds(schema, value);
};
