import { join } from "../code/code.js";
import type { Schema } from "../model/schema.js";
import { child } from "../source/pointer.js";
import { isSourceArray, isSourceObject } from "../source/value.js";
import { type DependentRequired, dependentRequired } from "./dependent-required.js";
import { dependentSchemas } from "./further-properties.js";
import type { Walk } from "./keyword.js";
import { invalid, readNames, readSchema, type SchemaMap } from "./read.js";

export interface Dependencies {
  readonly names: DependentRequired;
  readonly schemas: SchemaMap;
}

/** What became `dependentRequired` and `dependentSchemas` (2020-12 validation appendix A); still written. */
export const dependencies: Walk<Dependencies> = {
  name: "dependencies",
  form: "walk",
  group: "object",
  inPlace: (data) => [...data.schemas.values()],
  read: (value, context) => {
    if (!isSourceObject(value)) return invalid(context, "an object of schemas and lists of names");
    const names = new Map<string, readonly string[]>();
    const schemas = new Map<string, Schema>();
    for (const [name, member] of value) {
      const inner = { ...context, pointer: child(context.pointer, name) };
      if (isSourceArray(member)) names.set(name, readNames(member, inner) ?? []);
      else {
        const schema = readSchema(member, inner);
        if (schema !== undefined) schemas.set(name, schema);
      }
    }
    return { names, schemas };
  },
  walk: ({ names, schemas }, value, emit, schema) =>
    join([dependentRequired.walk(names, value, emit, schema), dependentSchemas.walk(schemas, value, emit, schema)], ""),
  holds: ({ names, schemas }, value, interpret, schema) =>
    dependentRequired.holds(names, value, interpret, schema) && dependentSchemas.holds(schemas, value, interpret, schema),
};
