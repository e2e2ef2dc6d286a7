import { isKeyword, keywordNamed, keywords } from "../../keywords/index.js";
import type { Group, Keyword } from "../../keywords/keyword.js";
import { isSecret } from "../../keywords/secret.js";
import { holds } from "../../model/interpret.js";
import type { Schema } from "../../model/schema.js";

/** A keyword with its data, typed alike for all. */
export interface Present {
  readonly keyword: Keyword<unknown>;
  readonly data: unknown;
  readonly group: Group;
}

const groupOfKeyword = (keyword: Keyword<unknown>, data: unknown): Group =>
  typeof keyword.group === "function" ? keyword.group(data) : keyword.group;

const order: ReadonlyMap<string, number> = new Map(Object.keys(keywords).map((name, index) => [name, index]));

const byOrder = (left: string, right: string): number => (order.get(left) ?? 0) - (order.get(right) ?? 0);

/** The keywords of a schema in the registry's order, companions left out. */
export const presentKeywords = (schema: Schema): readonly Present[] => {
  const present: Present[] = [];
  for (const name of Object.keys(schema.keywords).filter(isKeyword).sort(byOrder)) {
    const data = schema.keywords[name];
    const keyword = keywordNamed(name);
    if (data !== undefined && keyword.form !== "companion") present.push({ keyword, data, group: groupOfKeyword(keyword, data) });
  }
  return present;
};

const isVoid = ({ keyword, group }: Present, { keywords: { allOf, then, else: otherwise } }: Schema): boolean =>
  (keyword.name === "format" && group === "any") ||
  (keyword.name === "allOf" && allOf?.every(isTrivial) === true) ||
  (keyword.name === "if" && then === undefined && otherwise === undefined);

/** True for a schema that every value satisfies. */
export const isTrivial = (schema: Schema): boolean => {
  if (schema.always !== undefined) return schema.always;
  return schema.rules.length === 0 && presentKeywords(schema).every((present) => isVoid(present, schema));
};

/** Schemas that walk into the value, or that hold rules, get functions of their own. */
export const needsFunction = (schema: Schema): boolean =>
  schema.rules.length > 0 || presentKeywords(schema).some(({ keyword }) => keyword.form === "walk");

/**
 * A schema with `enum` or `const` says no more than which of its values also satisfy everything else: only they are left,
 * with the types for the message.
 */
export const simplified = (schema: Schema): Schema => {
  const { enum: values, const: constant, ...others } = schema.keywords;
  const { type } = others;
  const listed = values ?? (constant === undefined ? undefined : [constant.value]);
  if (listed === undefined) return schema;
  // without the list, or every value would be looked for in it
  const rest: Schema = { ...schema, keywords: constant === undefined ? others : { ...others, const: constant } };
  const allowed = listed.filter((value) => holds(rest, value));
  const keywords = {
    ...(type === undefined ? {} : { type }),
    // what a secret may be is told to nobody
    ...(isSecret(schema) ? { "x-secret": true } : {}),
    ...(constant !== undefined && allowed.length > 0 ? { const: constant } : { enum: allowed }),
  };
  return { ...schema, keywords, rules: [] };
};
