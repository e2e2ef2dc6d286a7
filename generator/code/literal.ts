import { type Code, isIdentifier, raw } from "./code.js";
import type { JsonValue } from "./json-value.js";

const unsafe = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** The string as a double-quoted literal of TypeScript; invisible characters, line separators and lone surrogates are escaped. */
export const quote = (text: string): string => JSON.stringify(text).replace(unsafe, escapeUnit);

const numberText = (value: number): string => (Object.is(value, -0) ? "0" : String(value));

const memberText = ([key, value]: readonly [string, JsonValue]): string =>
  // a quoted "__proto__" key would set the prototype, a computed one makes an own property
  `${key === "__proto__" ? '["__proto__"]' : propertyKeyText(key)}: ${literalText(value)}`;

const literalText = (value: JsonValue): string => {
  if (typeof value === "string") return quote(value);
  if (typeof value === "number") return numberText(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (isJsonArray(value)) return `[${value.map(literalText).join(", ")}]`;
  const members = Object.entries(value).map(memberText);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
};

const isJsonArray = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

/** literal({ a: ["x", 1] }) ~> `{ a: ["x", 1] }` */
export const literal = (value: JsonValue): Code => raw(literalText(value));

/** propertyKeyText("first_name") ~> `first_name`; propertyKeyText("a!") ~> `"a!"` */
export const propertyKeyText = (key: string): string => (isIdentifier(key) ? key : quote(key));

export const propertyKey = (key: string): Code => raw(propertyKeyText(key));
