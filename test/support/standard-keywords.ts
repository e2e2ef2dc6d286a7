import fc from "fast-check";
import { agreeingFormats } from "./hyperjump-formats.js";
import { type Json, type Keywords, maps, type Members, name, names, objects, someOf, strings } from "./random-keywords.js";

/** Keywords about strings, with the formats about which all are of one mind. */
export const texts: Keywords = { ...strings, format: fc.constantFrom(...agreeingFormats, "unknown-format") };

/** Keywords about objects: some apply a schema to the value itself, the others to its members. */
export const objectsOf = (inPlace: Json, below: Json): Keywords => ({
  ...objects(below),
  propertyNames: fc.oneof(someOf(texts), fc.constant({ enum: names.slice(0, 2) }), below),
  dependentSchemas: maps(name, inPlace),
});

/** `minContains` and `maxContains` mean nothing without their `contains`. */
export const counted = (schema: Json): fc.Arbitrary<Members> =>
  // a key is left out, never undefined
  fc.record(
    { contains: schema, minContains: fc.nat(2), maxContains: fc.nat(2) },
    { requiredKeys: ["contains"], noNullPrototype: true },
  ) as fc.Arbitrary<Members>;

/** What looks at all that was said of a value. */
export const unevaluated = (schema: Json): Keywords => ({
  unevaluatedItems: fc.oneof(fc.constant(false), schema),
  unevaluatedProperties: fc.oneof(fc.constant(false), schema),
});

/** Several groups of keywords as one schema; the last of two that are alike counts. */
export const merged = (parts: readonly Members[]): Members => Object.assign({}, ...parts) as Members;
