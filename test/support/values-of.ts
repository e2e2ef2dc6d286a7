import fc from "fast-check";
import type { JsonValue } from "../../generator/code/json-value.js";
import type { KeywordValues } from "../../generator/keywords/index.js";
import type { JsonType, Schema } from "../../generator/model/schema.js";
import { mutated } from "./mutated.js";
import { numberOf } from "./number-of.js";
import { textOf } from "./text-of.js";
import { isMap } from "./value-places.js";
import type { Words } from "./words.js";

type Values = fc.Arbitrary<JsonValue>;
type Entries = fc.Arbitrary<readonly (readonly [string, JsonValue])[]>;

/** A schema deeper than this is stood for by any value. */
const deepest = 5;

const speaksOf: readonly (readonly [JsonType, readonly (keyof KeywordValues)[]])[] = [
  ["object", ["properties", "required", "additionalProperties", "patternProperties", "minProperties", "propertyNames", "dependentRequired"]],
  ["array", ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"]],
  ["string", ["minLength", "maxLength", "pattern"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];

/** The types that the schema allows, or those that its other keywords are about. */
const typesOf = ({ keywords, rules }: Schema): readonly JsonType[] => {
  if (keywords.type !== undefined) return keywords.type;
  const about = speaksOf.filter(([, names]) => names.some((name) => keywords[name] !== undefined)).map(([type]) => type);
  return rules.length > 0 && !about.includes("object") ? [...about, "object"] : about;
};

/** Objects merged into one; of other values the first. */
const merged = (parts: readonly JsonValue[]): JsonValue =>
  parts.length > 0 && parts.every(isMap) ? Object.fromEntries(parts.flatMap((part) => Object.entries(part))) : (parts[0] ?? null);

const present = <Item>(items: readonly (Item | undefined)[]): readonly Item[] =>
  items.filter((item): item is Item & {} => item !== undefined);

/** Values that mostly satisfy a schema. */
const createValues = (words: Words): ((schema: Schema, depth: number) => Values) => {
  const anything = fc.constantFrom(...words.scalars);

  const of = (schema: Schema, depth: number): Values => {
    if (depth > deepest || schema.always !== undefined) return anything;
    const { enum: listed, const: constant } = schema.keywords;
    if (listed !== undefined && listed.length > 0) return fc.constantFrom(...listed);
    if (constant !== undefined) return fc.constant(constant.value);
    const parts = partsOf(schema, depth);
    return parts.length === 0 ? anything : fc.tuple(...parts).map(merged);
  };

  const oneOf = (schemas: readonly Schema[], depth: number): Values =>
    schemas.length === 0 ? anything : fc.oneof(...schemas.map((schema) => of(schema, depth + 1)));

  /** One arbitrary for the schema's own types, and one for each schema that applies to the same value. */
  const partsOf = (schema: Schema, depth: number): readonly Values[] => {
    const { $ref, allOf = [], anyOf = [], oneOf: alternatives = [], then, else: otherwise } = schema.keywords;
    const own = typesOf(schema).map((type) => ofType(type, schema, depth));
    const together = [...present([$ref?.schema()]), ...allOf];
    const choices = [anyOf, alternatives, present([then, otherwise])];
    return [
      ...(own.length === 0 ? [] : [fc.oneof(...own)]),
      ...together.map((one) => of(one, depth + 1)),
      ...choices.filter((schemas) => schemas.length > 0).map((schemas) => oneOf(schemas, depth)),
    ];
  };

  const ofType = (type: JsonType, schema: Schema, depth: number): Values => {
    switch (type) {
      case "null":
        return fc.constant(null);
      case "boolean":
        return fc.boolean();
      case "string":
        return textOf(schema.keywords);
      case "integer":
        return numberOf(schema.keywords).map(Math.round);
      case "number":
        return numberOf(schema.keywords);
      case "array":
        return listOf(schema.keywords, depth);
      case "object":
        return objectOf(schema.keywords, depth);
    }
  };

  const listOf = ({ prefixItems = [], items, contains, minItems = 0, maxItems = minItems + 2 }: KeywordValues, depth: number): Values => {
    const rest = fc.array(oneOf(present([items, contains]), depth), {
      minLength: Math.max(0, minItems - 1),
      maxLength: Math.min(maxItems, minItems + 2) + 1,
    });
    const prefix = fc.tuple(...prefixItems.map((item) => of(item, depth + 1)));
    return fc
      .tuple(prefix, rest, fc.nat(prefixItems.length))
      .map(([first, more, cut]) => (cut > 0 ? first.slice(0, cut - 1) : [...first, ...more]));
  };

  /** [[key, value]], or [] where the key is left out. */
  const memberOf = (key: string, schema: Schema, required: boolean, depth: number): Entries => {
    const there: Entries = of(schema, depth + 1).map((value) => [[key, value]]);
    return required ? there : fc.oneof({ arbitrary: there, weight: 2 }, { arbitrary: fc.constant([]), weight: depth + 1 });
  };

  /** Members that `properties` does not describe. */
  const furtherOf = ({ additionalProperties, patternProperties = [] }: KeywordValues, depth: number): Entries => {
    if (additionalProperties?.always === false && patternProperties.length === 0) return fc.constant([]);
    const names = patternProperties.map(({ pattern }) => textOf({ pattern }));
    const members = [additionalProperties, ...patternProperties.map(({ schema }) => schema)];
    return fc.array(fc.tuple(fc.oneof(fc.constantFrom(...words.keys), ...names), oneOf(present(members), depth)), { maxLength: 2 });
  };

  const objectOf = (keywords: KeywordValues, depth: number): Values => {
    const { properties = new Map<string, Schema>(), required = [] } = keywords;
    const described = [...properties].map(([key, member]) => memberOf(key, member, required.includes(key), depth));
    return fc
      .tuple(furtherOf(keywords, depth), ...described)
      .map((entries) => Object.fromEntries(entries.flat()));
  };

  return of;
};

/** Values that satisfy the schema or miss it by little. */
export const valuesOf = (schema: Schema, words: Words): Values => mutated(createValues(words)(schema, 0), words);
