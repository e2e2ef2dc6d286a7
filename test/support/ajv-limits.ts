import type { JsonValue } from "../../generator/code/json-value.js";
import { keysIn } from "./keys-in.js";
import { isMap, type Place, placesIn, valueAtPlace } from "./value-places.js";

/** Schemas about which Ajv is known to be wrong, with one of them. Hyperjump is wrong about none so far. */
export interface AjvLimit {
  readonly reason: string;
  readonly meets: (schema: JsonValue) => boolean;
  readonly example: { readonly schema: JsonValue; readonly value: JsonValue };
}

const hasAll =
  (...keywords: readonly string[]) =>
  (schema: JsonValue): boolean => {
    const keys = keysIn(schema);
    return keywords.every((keyword) => keys.has(keyword));
  };

/** Is there an object, below the root or not, of this kind? */
const hasObject = (schema: JsonValue, isOne: (object: Readonly<Record<string, JsonValue>>, place: Place) => boolean): boolean =>
  placesIn(schema).some((place) => {
    const inner = valueAtPlace(schema, place) ?? null;
    return isMap(inner) && isOne(inner, place);
  });

const hasUnevaluated = (schema: JsonValue): boolean => hasAll("unevaluatedProperties")(schema) || hasAll("unevaluatedItems")(schema);

/** Keywords whose schemas may not hold although the schema around them does. */
const branching = ["anyOf", "oneOf", "if", "not", "dependentSchemas"];

/** Keywords whose schema applies to one member or item after the other. */
const looping: ReadonlySet<string | number> = new Set([
  "items",
  "contains",
  "unevaluatedItems",
  "additionalProperties",
  "patternProperties",
  "unevaluatedProperties",
  "propertyNames",
]);

/** Keywords whose schema need not hold, so that Ajv stops at its first error. */
const trying: ReadonlySet<string | number> = new Set(["not", "if", "contains", "anyOf", "oneOf"]);

/** All that is known: Ajv is not asked about these. */
export const ajvLimits: readonly AjvLimit[] = [
  {
    reason:
      "Ajv 8.20 knows a dynamic anchor only once its schema was entered, and takes the root for it until then; 2020-12 core §8.2.3.2 asks for the outermost resource that has it.",
    meets: hasAll("$dynamicRef"),
    example: {
      schema: { properties: { a: { $dynamicRef: "#node" } }, $defs: { z: { $dynamicAnchor: "node", type: "integer" } } },
      value: { a: "x" },
    },
  },
  {
    reason: "Ajv 8.20 takes all items for evaluated where one satisfies `contains`; 2020-12 core §11.2 counts those that do.",
    meets: hasAll("contains", "unevaluatedItems"),
    example: { schema: { contains: { type: "integer" }, unevaluatedItems: false }, value: ["a", 1] },
  },
  {
    reason: "Ajv 8.20 counts the items that a form evaluates which does not hold.",
    meets: (schema) => hasAll("unevaluatedItems")(schema) && branching.some((keyword) => hasAll(keyword)(schema)),
    example: { schema: { anyOf: [true, { prefixItems: [{ minimum: 0 }] }], unevaluatedItems: false }, value: [-1] },
  },
  {
    reason: "Ajv 8.20 counts the members that `patternProperties` of a form evaluates which does not hold.",
    meets: (schema) => hasAll("unevaluatedProperties", "patternProperties")(schema) && branching.some((keyword) => hasAll(keyword)(schema)),
    example: { schema: { anyOf: [true, { patternProperties: { "^a": false } }], unevaluatedProperties: false }, value: { a: 1 } },
  },
  {
    reason: "Ajv 8.20, where it looks for all errors, forgets none of the matches of `contains` from one turn of a loop to the next.",
    meets: (schema) => hasObject(schema, (one, place) => "contains" in one && place.some((key) => looping.has(key))),
    example: { schema: { items: { contains: { type: "null" } } }, value: [[null], []] },
  },
  {
    reason: "Ajv 8.20 forgets the properties evaluated so far where a schema of `dependentSchemas` does not apply.",
    meets: hasAll("dependentSchemas", "unevaluatedProperties"),
    example: {
      schema: { properties: { b: true }, dependentSchemas: { c: { properties: { c: false } } }, unevaluatedProperties: false },
      value: { b: 1 },
    },
  },
  {
    reason: "Ajv 8.20 resolves a `$ref` beside an embedded `$id` against what is around it, and calls itself without end.",
    meets: (schema) => hasObject(schema, (one, place) => place.length > 0 && "$id" in one && "$ref" in one),
    example: { schema: { $ref: "inner", $defs: { inner: { $id: "inner", $ref: "#/$defs/x", $defs: { x: true } } } }, value: 1 },
  },
  {
    reason:
      "Ajv 8.20 throws where several members of a `oneOf` hold and `patternProperties` stands beside it: it notes evaluated properties in a variable that it has not set.",
    meets: hasAll("patternProperties", "oneOf"),
    example: {
      schema: {
        patternProperties: { "^a": {} },
        allOf: [{ $ref: "#/$defs/x" }],
        $defs: { x: { oneOf: [{ required: ["a"] }, { properties: { a: {} } }] } },
      },
      value: { a: 1 },
    },
  },
  {
    reason: "Ajv 8.20 passes over an `if` without `then` and `else`; 2020-12 core §10.2.2.1 has it evaluate all the same.",
    meets: (schema) => hasUnevaluated(schema) && hasObject(schema, (one) => "if" in one && !("then" in one) && !("else" in one)),
    example: { schema: { if: { properties: { b: true } }, unevaluatedProperties: false }, value: { b: 1 } },
  },
  {
    reason: "Ajv 8.20 skips what follows `prefixItems` on a list that is shorter, where a schema is only tried out.",
    meets: (schema) => hasObject(schema, (one, place) => "prefixItems" in one && place.some((key) => trying.has(key))),
    example: { schema: { not: { prefixItems: [{ minLength: 0 }], contains: { type: "null" } } }, value: [] },
  },
  {
    reason: "Ajv 8.20 takes members with names that every object inherits for evaluated, where it notes the evaluated ones of forms.",
    meets: (schema) => hasAll("unevaluatedProperties")(schema) && branching.some((keyword) => hasAll(keyword)(schema)),
    example: { schema: { anyOf: [{ properties: { a: true } }], unevaluatedProperties: false }, value: { constructor: 1 } },
  },
];
