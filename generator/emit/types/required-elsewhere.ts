import { conjunctsOf } from "../../model/layers.js";
import type { Schema } from "../../model/schema.js";
import { requiredBeside, type SchemaView } from "./required-beside.js";

const view: SchemaView<Schema, Schema> = {
  layers: conjunctsOf,
  parts: ({ keywords: { $ref, allOf = [] } }) => [...($ref === undefined ? [] : [$ref.schema()]), ...allOf],
  required: ({ keywords }) => keywords.required ?? [],
  fields: ({ keywords }) => keywords.properties ?? new Map(),
  types: ({ keywords }) => keywords.type,
  isUnion: ({ keywords }) => keywords.anyOf !== undefined || keywords.oneOf !== undefined,
};

/** The fields that one part of a schema requires and only others describe. */
export const requiredElsewhere = (schema: Schema): ReadonlyMap<string, Schema> => requiredBeside(schema, view);
