import type { JsonValue } from "../code/json-value.js";
import { propertyKeyText, quote } from "../code/literal.js";

const width = 120;

const isArray = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

/** A quoted "__proto__" would set the prototype, a computed one makes an own property. */
const keyText = (key: string): string => (key === "__proto__" ? '["__proto__"]' : propertyKeyText(key));

const scalarText = (value: null | boolean | number | string): string => (typeof value === "string" ? quote(value) : JSON.stringify(value));

/** Data as the text of an expression, on one line where it fits: `{ type: "array", items: { type: "string" } }`. */
export const jsonText = (value: JsonValue, indent = 0): string => {
  if (typeof value !== "object" || value === null) return scalarText(value);
  const inner = " ".repeat(indent + 2);
  const parts = isArray(value)
    ? value.map((item) => jsonText(item, indent + 2))
    : Object.entries(value).map(([key, member]) => `${keyText(key)}: ${jsonText(member, indent + 2)}`);
  const [open, close, space] = isArray(value) ? ["[", "]", ""] : ["{", "}", " "];
  if (parts.length === 0) return open + close;
  const length = parts.reduce((sum, part) => sum + part.length + 2, indent + 4);
  return length <= width && parts.every((part) => !part.includes("\n"))
    ? `${open}${space}${parts.join(", ")}${space}${close}`
    : `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${" ".repeat(indent)}${close}`;
};
