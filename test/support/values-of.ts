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

/** Objects merged into one, later members first; of other values the first. */
const merged = (parts: readonly JsonValue[]): JsonValue =>
  parts.length > 0 && parts.every(isMap) ? Object.fromEntries(parts.flatMap((part) => Object.entries(part))) : (parts[0] ?? null);

class Builder {
  constructor(private readonly words: Words) {}

  /** Values that mostly satisfy the schema. */
  of(schema: Schema, depth: number): Values {
    if (depth > deepest || schema.always !== undefined) return fc.constantFrom(...this.words.scalars);
    const { enum: listed, const: constant } = schema.keywords;
    if (listed !== undefined && listed.length > 0) return fc.constantFrom(...listed);
    if (constant !== undefined) return fc.constant(constant.value);
    const parts = this.parts(schema, depth);
    return parts.length === 0 ? fc.constantFrom(...this.words.scalars) : fc.tuple(...parts).map(merged);
  }

  /** One arbitrary for the schema's own types, and one for each schema that applies to the same value. */
  private parts(schema: Schema, depth: number): readonly Values[] {
    const { $ref, allOf = [], anyOf = [], oneOf = [], then, else: otherwise } = schema.keywords;
    const inner = (one: Schema): Values => this.of(one, depth + 1);
    const own = typesOf(schema).map((type) => this.ofType(type, schema, depth));
    const choices = [anyOf, oneOf, [then, otherwise].filter((one) => one !== undefined)];
    return [
      ...(own.length === 0 ? [] : [fc.oneof(...own)]),
      ...($ref === undefined ? [] : [inner($ref.schema())]),
      ...allOf.map(inner),
      ...choices.filter((list) => list.length > 0).map((list) => fc.oneof(...list.map(inner))),
    ];
  }

  private ofType(type: JsonType, schema: Schema, depth: number): Values {
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
        return this.array(schema, depth);
      case "object":
        return this.object(schema, depth);
    }
  }

  private array({ keywords }: Schema, depth: number): Values {
    const { prefixItems = [], items, contains, minItems = 0, maxItems = minItems + 3 } = keywords;
    const item = fc.oneof(...[items, contains].filter((one) => one !== undefined).map((one) => this.of(one, depth + 1)));
    const rest = items === undefined && contains === undefined ? fc.constantFrom(...this.words.scalars) : item;
    const list = fc.array(rest, { minLength: Math.max(0, minItems - 1), maxLength: Math.min(maxItems, minItems + 3) + 1 });
    return fc
      .tuple(fc.tuple(...prefixItems.map((one) => this.of(one, depth + 1))), list, fc.nat(prefixItems.length))
      .map(([prefix, more, left]) => (left < prefix.length ? prefix.slice(0, left) : [...prefix, ...more]));
  }

  private object({ keywords }: Schema, depth: number): Values {
    const { properties = new Map<string, Schema>(), required = [], additionalProperties, patternProperties = [] } = keywords;
    const described = [...properties].map(([key, member]) => this.member(key, member, required.includes(key), depth));
    const more = [additionalProperties, ...patternProperties.map(({ schema }) => schema)].find((one) => one?.always !== false);
    const names = fc.oneof(fc.constantFrom(...this.words.keys), textOf({}), ...patternProperties.map(({ pattern }) => textOf({ pattern })));
    const open = additionalProperties?.always !== false || patternProperties.length > 0;
    const others = more === undefined ? fc.constantFrom(...this.words.scalars) : this.of(more, depth + 1);
    const further = open ? fc.array(fc.tuple(names, others), { maxLength: 2 }) : fc.constant([]);
    return fc.tuple(fc.tuple(...described), further).map(([known, unknown]) => Object.fromEntries([...unknown, ...known.flat()]));
  }

  /** [[key, value]], or [] where the key is left out. */
  private member(key: string, schema: Schema, required: boolean, depth: number): fc.Arbitrary<readonly (readonly [string, JsonValue])[]> {
    const present = this.of(schema, depth + 1).map((value) => [[key, value] as const]);
    return required ? present : fc.oneof({ arbitrary: present, weight: 2 }, { arbitrary: fc.constant([]), weight: depth + 1 });
  }
}

/** Values that satisfy the schema or miss it by little. */
export const valuesOf = (schema: Schema, words: Words): Values => mutated(new Builder(words).of(schema, 0), words);
