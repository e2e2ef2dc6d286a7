import type { JsonValue } from "../code/json-value.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "./value.js";

const plainObject = (source: SourceObject): JsonValue => {
  const object: Record<string, JsonValue> = {};
  // "__proto__" as an own member, not as the prototype
  for (const [key, value] of source)
    Object.defineProperty(object, key, { value: toPlain(value), enumerable: true, configurable: true, writable: true });
  return object;
};

/** The value as plain data, for tools that know nothing of Maps. */
export const toPlain = (value: SourceValue): JsonValue => {
  if (isSourceArray(value)) return value.map(toPlain);
  return isSourceObject(value) ? plainObject(value) : value;
};
