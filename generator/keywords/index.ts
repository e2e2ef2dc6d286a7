import { maxItems, minItems } from "./array-length.js";
import { allOf, anyOf, elseKeyword, ifKeyword, not, oneOf, thenKeyword } from "./combinators.js";
import { dependencies } from "./dependencies.js";
import { dependentRequired } from "./dependent-required.js";
import { discriminator } from "./discriminator.js";
import { constant, enumeration } from "./enum.js";
import { format } from "./format.js";
import { additionalProperties, dependentSchemas, patternProperties, propertyNames } from "./further-properties.js";
import { contains, items, maxContains, minContains, prefixItems } from "./items.js";
import type { Keyword } from "./keyword.js";
import { multipleOf } from "./multiple-of.js";
import { exclusiveMaximum, exclusiveMinimum, maximum, minimum } from "./number-limits.js";
import { maxProperties, minProperties } from "./object-size.js";
import { pattern } from "./pattern.js";
import { properties, required } from "./properties.js";
import { dynamicReference, reference } from "./reference.js";
import { secret } from "./secret.js";
import { maxLength, minLength } from "./string-length.js";
import { type } from "./type.js";
import { unevaluatedItems, unevaluatedProperties } from "./unevaluated.js";
import { uniqueItems } from "./unique-items.js";

/** Every keyword that asserts or applies, in the order in which generated code checks them. */
export const keywords = {
  type,
  enum: enumeration,
  const: constant,
  minimum,
  exclusiveMinimum,
  maximum,
  exclusiveMaximum,
  multipleOf,
  minLength,
  maxLength,
  pattern,
  format,
  minItems,
  maxItems,
  uniqueItems,
  prefixItems,
  items,
  contains,
  minContains,
  maxContains,
  required,
  properties,
  patternProperties,
  additionalProperties,
  propertyNames,
  minProperties,
  maxProperties,
  dependentRequired,
  dependentSchemas,
  dependencies,
  $ref: reference,
  $dynamicRef: dynamicReference,
  discriminator,
  allOf,
  anyOf,
  oneOf,
  not,
  if: ifKeyword,
  then: thenKeyword,
  else: elseKeyword,
  unevaluatedItems,
  unevaluatedProperties,
  "x-secret": secret,
} as const;

export type KeywordName = keyof typeof keywords;

export const isKeyword = (name: string): name is KeywordName => Object.hasOwn(keywords, name);

/** A keyword for data of any kind: each meets only what its own `read` made. */
export const keywordNamed = (name: KeywordName): Keyword<unknown> => keywords[name] as unknown as Keyword<unknown>;

type DataOf<K> = K extends Keyword<infer Data> ? Data : never;

/** What was read of each keyword that a schema has. */
export type KeywordValues = { readonly [Name in KeywordName]?: DataOf<(typeof keywords)[Name]> };

/** Keywords that say something to people or tools and nothing to a validator (2020-12 validation §8, §9; OpenAPI 3.1 §4.8.24). */
export const annotations: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "examples",
  "example",
  "deprecated",
  "readOnly",
  "writeOnly",
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
  "externalDocs",
  "xml",
  "$comment",
  "$schema",
  "$id",
  "$anchor",
  "$dynamicAnchor",
  "$vocabulary",
  "$defs",
  "definitions",
  "nullable",
]);
