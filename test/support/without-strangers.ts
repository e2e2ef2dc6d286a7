import type { JsonValue } from "../../generator/code/json-value.js";
import type { Schema } from "../../generator/model/schema.js";
import { kindOf } from "../../generator/rules/index.js";
import { isMap } from "./value-places.js";

/** Does a value satisfy a schema, as far as types say? */
type Accepts = (schema: Schema, value: JsonValue) => boolean;

/** The schemas that a value has to satisfy together: of each union, the first form that takes it. */
const inPlace = (schema: Schema, value: JsonValue, accepts: Accepts, seen: readonly Schema[] = []): readonly Schema[] => {
  if (seen.includes(schema)) return [];
  const { $ref, allOf = [], anyOf = [], oneOf = [] } = schema.keywords;
  const chosen = [anyOf, oneOf].flatMap((forms) => forms.filter((form) => accepts(form, value)).slice(0, 1));
  const others = [...($ref === undefined ? [] : [$ref.schema()]), ...allOf, ...chosen];
  return [schema, ...others.flatMap((other) => inPlace(other, value, accepts, [...seen, schema]))];
};

/** Further members are described, or none is. */
const isOpen = (schemas: readonly Schema[]): boolean =>
  schemas.some(
    ({ keywords: { additionalProperties, patternProperties } }) =>
      (additionalProperties ?? patternProperties) !== undefined && additionalProperties?.always !== false,
  ) || schemas.every(({ keywords }) => keywords.properties === undefined);

const members = (schemas: readonly Schema[], key: string): readonly Schema[] =>
  schemas.flatMap(({ keywords: { properties, additionalProperties } }) => {
    const described = properties?.get(key) ?? additionalProperties;
    return described === undefined ? [] : [described];
  });

const isNamed = (schemas: readonly Schema[], key: string): boolean =>
  schemas.some(
    ({ keywords, rules }) =>
      keywords.properties?.has(key) === true ||
      keywords.required?.includes(key) === true ||
      rules.some((rule) => kindOf(rule).fields(rule).includes(key)),
  );

/**
 * The value without the members of objects of which the schemas name none. TypeScript refuses an object that shares no
 * member with a type of optional members, however right it is (TS2559).
 */
export const withoutStrangers = (value: JsonValue, schemas: readonly Schema[], accepts: Accepts): JsonValue => {
  const all = schemas.flatMap((schema) => inPlace(schema, value, accepts));
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).map((item, index) =>
      withoutStrangers(
        item,
        all.flatMap(({ keywords: { prefixItems, items } }) => [prefixItems?.[index] ?? items].filter((one) => one !== undefined)),
        accepts,
      ),
    );
  if (!isMap(value)) return value;
  const entries = Object.entries(value);
  if (!entries.some(([key]) => isNamed(all, key)) && !isOpen(all)) return {};
  return Object.fromEntries(entries.map(([key, member]) => [key, withoutStrangers(member, members(all, key), accepts)]));
};
