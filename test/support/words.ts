import type { JsonValue } from "../../generator/code/json-value.js";
import type { Schema } from "../../generator/model/schema.js";
import { kindOf } from "../../generator/rules/index.js";
import { isMap, placesIn, valueAtPlace } from "./value-places.js";

/** Names and values that mean something to a description: values made of anything else would hardly ever be near it. */
export interface Words {
  readonly keys: readonly string[];
  readonly scalars: readonly JsonValue[];
}

const isScalar = (value: JsonValue): boolean => value === null || typeof value !== "object";

const keysOfSchema = ({ keywords, rules }: Schema): readonly string[] => [
  ...(keywords.properties?.keys() ?? []),
  ...(keywords.required ?? []),
  ...(keywords.dependentRequired?.keys() ?? []),
  ...(keywords.dependentSchemas?.keys() ?? []),
  ...rules.flatMap((rule) => kindOf(rule).fields(rule)),
];

const scalarsOfSchema = ({ keywords, rules }: Schema): readonly JsonValue[] => [
  ...(keywords.enum ?? []),
  ...(keywords.const === undefined ? [] : [keywords.const.value]),
  ...rules.flatMap((rule) => (rule.kind === "when" ? rule.condition.values : [])),
];

const innerOf = (value: JsonValue): readonly JsonValue[] => placesIn(value).map((place) => valueAtPlace(value, place) ?? null);

/** One value of each type, so that every wrong type is tried. */
const everywhere: readonly JsonValue[] = [null, true, false, 0, 1, -1, 1.5, "", "a", "1"];

/** What the schemas and some examples are made of. */
export const wordsOf = (schemas: Iterable<Schema>, examples: readonly JsonValue[]): Words => {
  const all = [...schemas];
  const values = examples.flatMap(innerOf);
  return {
    keys: [...new Set([...all.flatMap(keysOfSchema), ...values.filter(isMap).flatMap(Object.keys), "other"])],
    scalars: [...new Set([...everywhere, ...all.flatMap(scalarsOfSchema), ...values].filter(isScalar))],
  };
};
