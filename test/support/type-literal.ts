import { codeText } from "../../generator/code/code.js";
import { literal } from "../../generator/code/literal.js";
import type { JsonValue } from "../../generator/code/json-value.js";

const text = (value: JsonValue): string => codeText(literal(value), ({ name }) => name);

/**
 * A value as a type that nothing but the value has: `{ "a": 1; "b": ["x", null] }`. A value itself would be read in the light of the
 * type that it is given to, and a fresh one may have no further members.
 */
export const typeLiteral = (value: JsonValue): string => {
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(typeLiteral).join(", ")}]`;
  if (value === null || typeof value !== "object") return text(value);
  return `{ ${Object.entries(value)
    .map(([key, member]) => `${text(key)}: ${typeLiteral(member)}`)
    .join("; ")} }`;
};
