import type { JsonValue } from "../../generator/code/json-value.js";

export type Place = readonly (string | number)[];

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

export const isMap = (value: JsonValue): value is Readonly<Record<string, JsonValue>> =>
  typeof value === "object" && value !== null && !isList(value);

/** Every place in a value, the whole value first. */
export const placesIn = (value: JsonValue, at: Place = []): readonly Place[] => {
  const inner = isList(value)
    ? value.flatMap((item, index) => placesIn(item, [...at, index]))
    : isMap(value)
      ? Object.entries(value).flatMap(([key, member]) => placesIn(member, [...at, key]))
      : [];
  return [at, ...inner];
};

/** What stands at a place, or undefined; names that every object inherits are none of its own. */
export const valueAtPlace = (value: JsonValue, [key, ...rest]: Place): JsonValue | undefined => {
  if (key === undefined) return value;
  if (isList(value)) return typeof key === "number" && key < value.length ? valueAtPlace(value[key] ?? null, rest) : undefined;
  if (!isMap(value) || typeof key !== "string" || !Object.hasOwn(value, key)) return undefined;
  return valueAtPlace(value[key] ?? null, rest);
};

/** The value with what `change` makes of the one at a place; undefined takes it away. */
export const changedAt = (
  value: JsonValue,
  [key, ...rest]: Place,
  change: (before: JsonValue) => JsonValue | undefined,
): JsonValue | undefined => {
  if (key === undefined) return change(value);
  if (isList(value)) return value.flatMap((item, index) => (index === key ? listed(changedAt(item, rest, change)) : [item]));
  if (!isMap(value)) return value;
  // entries, since assigning to "__proto__" would set the prototype
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): readonly (readonly [string, JsonValue])[] => {
      const after = name === key ? changedAt(member, rest, change) : member;
      return after === undefined ? [] : [[name, after]];
    }),
  );
};

const listed = (value: JsonValue | undefined): readonly JsonValue[] => (value === undefined ? [] : [value]);
