import { isSourceArray, type SourceObject, type SourceValue } from "../source/value.js";

const withNull = (type: SourceValue): SourceValue => (isSourceArray(type) ? [...type, "null"] : [type, "null"]);

const limit = (source: SourceObject, inclusive: string, exclusive: string): readonly [string, SourceValue][] => {
  const value = source.get(inclusive);
  if (source.get(exclusive) !== true) return value === undefined ? [] : [[inclusive, value]];
  return value === undefined ? [] : [[exclusive, value]];
};

const rewritten = new Set(["type", "nullable", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]);

/**
 * A Schema Object of OpenAPI 3.0 in the words of 3.1: `nullable` (which needs a `type` beside it, 3.0.3 §4.7.24) becomes a
 * type, the boolean `exclusiveMinimum` becomes the limit. Beside a `$ref` nothing else counts (3.0.3 §4.7.23).
 */
export const modernise = (source: SourceObject): SourceObject => {
  const reference = source.get("$ref");
  if (typeof reference === "string") return new Map([["$ref", reference]]);
  const type = source.get("type");
  const types: readonly [string, SourceValue][] =
    type === undefined ? [] : [["type", source.get("nullable") === true ? withNull(type) : type]];
  return new Map<string, SourceValue>([
    ...types,
    ...limit(source, "minimum", "exclusiveMinimum"),
    ...limit(source, "maximum", "exclusiveMaximum"),
    ...[...source].filter(([key]) => !rewritten.has(key)),
  ]);
};
