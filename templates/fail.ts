import { maxDepth } from "./check.js";
import { add, type Path, type Sink } from "./issue.js";

// One function a code, so that a bundle holds only the sentences that its validators can say.

export const failType = (sink: Sink, path: Path, expected: string): boolean =>
  add(sink, "type", path, `must be ${expected}`);

export const failRequired = (sink: Sink, path: Path): boolean => add(sink, "required", path, "is required");

/** `text` is the values as a message lists them. */
export const failEnum = (sink: Sink, path: Path, text: string, values: readonly unknown[]): boolean =>
  add(sink, "enum", path, `must be one of ${text}`, { values });

/** `values` are the first of `count`. */
export const failLongEnum = (sink: Sink, path: Path, text: string, values: readonly unknown[], count: number): boolean =>
  add(sink, "enum", path, `must be one of ${text}, … (${count} values)`, { values, count });

export const failConst = (sink: Sink, path: Path, value: unknown): boolean =>
  add(sink, "const", path, `must be ${JSON.stringify(value)}`, { value });

// What a secret may be is a secret too.

export const failSecretEnum = (sink: Sink, path: Path): boolean => add(sink, "enum", path, "must be an allowed value");

export const failSecretConst = (sink: Sink, path: Path): boolean => add(sink, "const", path, "must be the allowed value");

export const failMinimum = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "minimum", path, `must be at least ${limit}`, { limit });

export const failMaximum = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "maximum", path, `must be at most ${limit}`, { limit });

export const failExclusiveMinimum = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "exclusiveMinimum", path, `must be greater than ${limit}`, { limit });

export const failExclusiveMaximum = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "exclusiveMaximum", path, `must be less than ${limit}`, { limit });

export const failMultipleOf = (sink: Sink, path: Path, divisor: number): boolean =>
  add(sink, "multipleOf", path, `must be a multiple of ${divisor}`, { divisor });

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const characters = (count: number): string => counted(count, "character", "characters");
const items = (count: number): string => counted(count, "item", "items");
const properties = (count: number): string => counted(count, "property", "properties");

export const failMinLength = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "minLength", path, `must have at least ${characters(limit)}`, { limit });

export const failMaxLength = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "maxLength", path, `must have at most ${characters(limit)}`, { limit });

export const failPattern = (sink: Sink, path: Path, pattern: string): boolean =>
  add(sink, "pattern", path, `must match ${pattern}`, { pattern });

/** failFormat(sink, path, "email", "an e-mail address") */
export const failFormat = (sink: Sink, path: Path, format: string, expected: string): boolean =>
  add(sink, "format", path, `must be ${expected}`, { format });

export const failMinItems = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "minItems", path, `must have at least ${items(limit)}`, { limit });

export const failMaxItems = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "maxItems", path, `must have at most ${items(limit)}`, { limit });

export const failUniqueItems = (sink: Sink, path: Path, indexes: readonly number[]): boolean =>
  add(sink, "uniqueItems", path, `must not repeat an item: items ${indexes.join(" and ")} are equal`, { indexes });

export const failContains = (sink: Sink, path: Path): boolean =>
  add(sink, "contains", path, "must contain an item of the required kind");

export const failMinContains = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "minContains", path, `must contain at least ${items(limit)} of the required kind`, { limit });

export const failMaxContains = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "maxContains", path, `must contain at most ${items(limit)} of the required kind`, { limit });

export const failAdditionalProperties = (sink: Sink, path: Path): boolean =>
  add(sink, "additionalProperties", path, "is not a known property");

export const failUnevaluatedProperties = (sink: Sink, path: Path): boolean =>
  add(sink, "unevaluatedProperties", path, "is not a known property");

export const failUnevaluatedItems = (sink: Sink, path: Path): boolean =>
  add(sink, "unevaluatedItems", path, "is an item too many");

export const failMinProperties = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "minProperties", path, `must have at least ${properties(limit)}`, { limit });

export const failMaxProperties = (sink: Sink, path: Path, limit: number): boolean =>
  add(sink, "maxProperties", path, `must have at most ${properties(limit)}`, { limit });

export const failPropertyNames = (sink: Sink, path: Path): boolean =>
  add(sink, "propertyNames", path, "is not an allowed property name");

export const failDiscriminator = (sink: Sink, path: Path, text: string, values: readonly string[]): boolean =>
  add(sink, "discriminator", path, `must be ${values.length > 1 ? "one of " : ""}${text}`, { values });

export const failNot = (sink: Sink, path: Path): boolean => add(sink, "not", path, "must not have this form");

export const failNever = (sink: Sink, path: Path): boolean => add(sink, "never", path, "is not allowed");

export const failDepth = (sink: Sink, path: Path): boolean =>
  add(sink, "depth", path, `must not be nested more than ${maxDepth} levels deep`, { limit: maxDepth });

// Rules between fields: the sentence names the fields, so it comes from the description.

export const failAtLeastOne = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "atLeastOne", path, sentence, { fields });

export const failExactlyOne = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "exactlyOne", path, sentence, { fields });

export const failAtMostOne = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "atMostOne", path, sentence, { fields });

export const failAllOrNone = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "allOrNone", path, sentence, { fields });

export const failRequires = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "requires", path, sentence, { fields });

export const failForbids = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "forbids", path, sentence, { fields });

export const failNotAll = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "notAll", path, sentence, { fields });

export const failAscending = (sink: Sink, path: Path, sentence: string, fields: readonly string[]): boolean =>
  add(sink, "ascending", path, sentence, { fields });

/** One issue per repeated item: it names the item that had the key first. */
export const failUniqueBy = (
  sink: Sink,
  path: Path,
  what: string,
  first: number,
  second: number,
  fields: readonly string[],
): boolean => add(sink, "uniqueBy", path, `items ${first} and ${second} have the same ${what}`, { first, second, fields });
