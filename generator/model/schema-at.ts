import type { Schema } from "./schema.js";

/** References in a circle end here; no real chain is as long. */
const deepest = 16;

/** The schema that says what a value is made of: behind references that stand alone. */
export const resolved = (schema: Schema, depth = 0): Schema => {
  const { $ref, properties, items } = schema.keywords;
  return $ref !== undefined && properties === undefined && items === undefined && depth < deepest ? resolved($ref.schema(), depth + 1) : schema;
};

/** The schema that a JSON Pointer into a value leads to, by its tokens. */
export const schemaAt = (schema: Schema | undefined, place: readonly string[]): Schema | undefined => {
  if (schema === undefined) return undefined;
  const own = resolved(schema);
  const [first, ...rest] = place;
  return first === undefined ? own : schemaAt(own.keywords.properties?.get(first) ?? own.keywords.items, rest);
};
