import type { SourceValue } from "./value.js";

/** Plain data as the value of a description; what JSON does not have is null, as `JSON.stringify` has it in lists. */
export const fromPlain = (value: unknown): SourceValue => {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (typeof value === "object" && value !== null) return new Map(Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [[key, fromPlain(member)]])));
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
};
