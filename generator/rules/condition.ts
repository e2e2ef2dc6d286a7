import { type Code, code, join } from "../code/code.js";
import type { JsonValue } from "../code/json-value.js";
import { equals } from "../../templates/check.js";
import { equalTo } from "../keywords/enum.js";
import type { Emit } from "../keywords/keyword.js";
import { memberOf } from "../keywords/member.js";
import { isOfType, isType } from "../keywords/type.js";
import { toPlain } from "../source/to-plain.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";
import { listed } from "./fields.js";
import { assertionKeys, namesIn, typesIn } from "./owner.js";

/** `field` has one of `values`; where it is not `required`, leaving it out fulfils the condition too. */
export interface Condition {
  readonly field: string;
  readonly values: readonly JsonValue[];
  readonly required: boolean;
}

/** conditionSentence({ field: "kind", values: ["a"] }, true) ~> `kind is not "a"` */
export const conditionSentence = ({ field, values }: Condition, negated: boolean): string =>
  `${field} is ${negated ? "not " : ""}${listed(values.map((value) => JSON.stringify(value)))}`;

export const isMet = ({ field, values, required }: Condition, value: JsonValue): boolean => {
  const found = memberOf(value, field);
  return found === undefined ? !required : values.some((candidate) => equals(candidate, found));
};

export const conditionTest = ({ field, values, required }: Condition, value: Code, emit: Emit): Code => {
  const found = emit.property(value, field);
  const matches = values.map((candidate) => equalTo(found, candidate, emit));
  return join(required ? matches : [code`${found} === undefined`, ...matches], " || ");
};

/** `{ properties: { kind: { const: x } }, required: [kind] }` (or `enum`) */
export const conditionOf = (schema: SourceValue): Condition | undefined => {
  if (!isSourceObject(schema)) return undefined;
  if (assertionKeys(schema).some((key) => !["properties", "required", "type"].includes(key))) return undefined;
  if (schema.has("type") && schema.get("type") !== "object") return undefined;
  const members = schema.get("properties");
  const [member, ...more] = isSourceObject(members) ? [...members] : [];
  if (member === undefined || more.length > 0 || !isSourceObject(member[1])) return undefined;
  const [field, guard] = member;
  const required = schema.has("required") ? namesIn(schema.get("required")) : [];
  if (required === undefined || required.some((name) => name !== field)) return undefined;
  const values = valuesOf(guard);
  return values === undefined ? undefined : { field, values, required: required.length > 0 };
};

/** `const` or `enum`, and a type beside it, which most of its values will have. */
const valuesOf = (guard: SourceObject): readonly JsonValue[] | undefined => {
  const [key, ...more] = assertionKeys(guard).filter((name) => name !== "type");
  if (key === undefined || more.length > 0) return undefined;
  const given = key === "const" ? [guard.get(key) ?? null] : guard.get(key);
  if ((key !== "const" && key !== "enum") || !isSourceArray(given)) return undefined;
  const types = typesIn(guard.get("type"));
  if (guard.has("type") && types === undefined) return undefined;
  const values = given.map(toPlain).filter((value) => types?.some((type) => isType(type) && isOfType(type, value)) ?? true);
  return values.length === 0 ? undefined : values;
};
