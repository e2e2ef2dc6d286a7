import type { Allocator } from "./allocator.js";
import { madeInNameOrder } from "./name-order.js";
import type { NamedSchema } from "./name-schemas.js";
import type { CodecNames, Plan, PlannedSchema } from "./plan.js";
import { kebabCase, uncapitalised } from "./words.js";

/** A component called `XJson` keeps `XJsonSchema` for its own. */
const jsonSchemaName = ({ names: { type }, schema }: NamedSchema, names: Allocator): string => {
  const derive = (name: string): readonly string[] => [`${name}JsonSchema`];
  return `${names.type(type, derive, schema.pointer)}JsonSchema`;
};

const codecNames = ({ names: { type }, schema }: NamedSchema, names: Allocator): CodecNames => {
  const after = (name: string): Omit<CodecNames, "module"> => ({ value: `${uncapitalised(name)}Codec`, type: `${name}Codec`, with: `${name}With` });
  const free = names.type(type, (name) => Object.values(after(name)), schema.pointer);
  return { module: names.module("codecs", kebabCase(free)), ...after(free) };
};

const keysOf = ({ names: { type } }: NamedSchema): readonly string[] => [type];

/** Names that give way to those of all schemas and operations: of JSON Schemas, then of codecs. */
export const withLateNames = (schemas: readonly NamedSchema[], codecOf: Plan["codecOf"], names: Allocator): readonly PlannedSchema[] => {
  const withJsonSchemas = madeInNameOrder(schemas, keysOf, (one) => ({ ...one, names: { ...one.names, jsonSchema: jsonSchemaName(one, names) } }));
  return madeInNameOrder(withJsonSchemas, keysOf, (one) =>
    codecOf(one.schema) === undefined ? one : { ...one, names: { ...one.names, codec: codecNames(one, names) } },
  );
};
