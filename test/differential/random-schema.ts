import fc from "fast-check";
import { arrays, combined, fewOf, type Json, numbers, objects, ruled, someOf, strings, type, value } from "../support/random-keywords.js";

/** Any schema of the supported keywords; `references` are the names of components that it may refer to. */
export const randomSchema = (depth: number, references: readonly string[]): Json => {
  const reference = references.map((one): Json => fc.constant({ $ref: `#/components/schemas/${one}` }));
  const flat: readonly Json[] = [fc.boolean(), value.map((one) => ({ const: one })), type.map((one) => ({ type: one })), ...reference];
  if (depth === 0) return fc.oneof(...flat, someOf(strings), someOf(numbers));
  const inner = randomSchema(depth - 1, references);
  const keywords = fc.oneof(fewOf(strings), fewOf(numbers), fewOf(arrays(inner)), fewOf(objects(inner)), fewOf(combined(inner)));
  const typed = fc.tuple(fc.option(type, { freq: 2 }), keywords, keywords);
  return fc.oneof(
    ...flat,
    { arbitrary: ruled, weight: 4 },
    { arbitrary: typed.map(([one, left, right]) => ({ ...(one === null ? {} : { type: one }), ...left, ...right })), weight: 8 },
  );
};
