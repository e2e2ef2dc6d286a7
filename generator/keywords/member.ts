import type { JsonValue } from "../code/json-value.js";

/** An own member of a JSON object; undefined for every other value. */
export const memberOf = (value: JsonValue | undefined, name: string): JsonValue | undefined => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, JsonValue>>)[name] : undefined;
};

export const membersOf = (value: JsonValue): readonly (readonly [string, JsonValue])[] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

export const itemsOf = (value: JsonValue): readonly JsonValue[] => (Array.isArray(value) ? value : []);
