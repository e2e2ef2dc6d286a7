import { add, type Path, type Sink } from "./issue.js";

// One function a code, so that a bundle holds only the sentences that its validators can say.

export const failType = (sink: Sink, path: Path, expected: string): boolean =>
  add(sink, "type", path, `must be ${expected}`);

export const failRequired = (sink: Sink, path: Path): boolean => add(sink, "required", path, "is required");

export const failEnum = (sink: Sink, path: Path, values: string): boolean =>
  add(sink, "enum", path, `must be one of ${values}`);

export const failConst = (sink: Sink, path: Path, value: string): boolean =>
  add(sink, "const", path, `must be ${value}`);

export const failMinimum = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "minimum", path, `must be at least ${limit}`);

export const failMaximum = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "maximum", path, `must be at most ${limit}`);

export const failExclusiveMinimum = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "exclusiveMinimum", path, `must be greater than ${limit}`);

export const failExclusiveMaximum = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "exclusiveMaximum", path, `must be less than ${limit}`);

export const failMultipleOf = (sink: Sink, path: Path, divisor: number): boolean =>
  add(sink, "multipleOf", path, `must be a multiple of ${divisor}`);

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const characters = (count: number): string => counted(count, "character", "characters");
const items = (count: number): string => counted(count, "item", "items");
const properties = (count: number): string => counted(count, "property", "properties");

export const failMinLength = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "minLength", path, `must have at least ${characters(limit)}`);

export const failMaxLength = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "maxLength", path, `must have at most ${characters(limit)}`);

export const failPattern = (sink: Sink, path: Path, pattern: string): boolean =>
  add(sink, "pattern", path, `must match ${pattern}`);

export const failFormat = (sink: Sink, path: Path, format: string): boolean =>
  add(sink, "format", path, `must be a valid ${format}`);

export const failMinItems = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "minItems", path, `must have at least ${items(limit)}`);

export const failMaxItems = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "maxItems", path, `must have at most ${items(limit)}`);

export const failUniqueItems = (sink: Sink, path: Path, indexes: readonly number[]): boolean =>
  add(sink, "uniqueItems", path, `must not repeat an item: items ${indexes.join(" and ")} are equal`);

export const failContains = (sink: Sink, path: Path): boolean =>
  add(sink, "contains", path, "must contain an item of the required kind");

export const failMinContains = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "minContains", path, `must contain at least ${items(limit)} of the required kind`);

export const failMaxContains = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "maxContains", path, `must contain at most ${items(limit)} of the required kind`);

export const failAdditionalProperties = (sink: Sink, path: Path): boolean =>
  add(sink, "additionalProperties", path, "is not a known property");

export const failUnevaluatedProperties = (sink: Sink, path: Path): boolean =>
  add(sink, "unevaluatedProperties", path, "is not a known property");

export const failUnevaluatedItems = (sink: Sink, path: Path): boolean =>
  add(sink, "unevaluatedItems", path, "is an item too many");

export const failMinProperties = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "minProperties", path, `must have at least ${properties(limit)}`);

export const failMaxProperties = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "maxProperties", path, `must have at most ${properties(limit)}`);

export const failPropertyNames = (sink: Sink, path: Path): boolean =>
  add(sink, "propertyNames", path, "is not an allowed property name");

export const failAnyOf = (sink: Sink, path: Path): boolean =>
  add(sink, "anyOf", path, "must match at least one of the allowed forms");

export const failOneOf = (sink: Sink, path: Path, matches: number): boolean =>
  add(sink, "oneOf", path, `must match exactly one of the allowed forms, but matches ${matches === 0 ? "none" : matches}`);

export const failNot = (sink: Sink, path: Path): boolean => add(sink, "not", path, "must not have this form");

export const failNever = (sink: Sink, path: Path): boolean => add(sink, "never", path, "is not allowed");

// Rules between fields: the sentence names the fields, so it comes from the description.

export const failAtLeastOne = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "atLeastOne", path, sentence, fields);

export const failExactlyOne = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "exactlyOne", path, sentence, fields);

export const failAtMostOne = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "atMostOne", path, sentence, fields);

export const failAllOrNone = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "allOrNone", path, sentence, fields);

export const failRequires = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "requires", path, sentence, fields);

export const failForbids = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "forbids", path, sentence, fields);

export const failAscending = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "ascending", path, sentence, fields);

/** One issue per repeated item: it names the item that had the key first. */
export const failUniqueBy = (
  sink: Sink,
  path: Path,
  what: string,
  first: number,
  second: number,
  fields: readonly string[],
): boolean => add(sink, "uniqueBy", path, `items ${first} and ${second} have the same ${what}`, fields);
