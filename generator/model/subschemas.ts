import type { Schema } from "./schema.js";

export const isSchema = (value: object): value is Schema => "pointer" in value && "keywords" in value;

export const isReference = (value: object): value is { readonly schema: () => Schema } =>
  "schema" in value && typeof value.schema === "function";

const within = (data: unknown): readonly Schema[] => {
  if (typeof data !== "object" || data === null) return [];
  if (isSchema(data)) return [data];
  if (isReference(data)) return [data.schema()];
  if (data instanceof Map) return [...data.values()].flatMap(within);
  return Object.values(data).flatMap(within);
};

/** Every schema that a schema applies, to its value or to parts of it; references are followed. */
export const subschemasOf = ({ keywords }: Schema): readonly Schema[] =>
  // listed values are data, whatever they look like
  Object.entries(keywords).flatMap(([name, data]) => (name === "enum" || name === "const" ? [] : within(data)));
