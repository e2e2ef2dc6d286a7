import { code, join } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { Schema } from "../model/schema.js";
import type { Emit, Walk } from "./keyword.js";
import { readNames, readSchemaMap, type SchemaMap } from "./read.js";
import { fail } from "./runtime.js";
import { memberOf } from "./member.js";

const isRequired = (schema: Schema, name: string): boolean => schema.keywords.required?.includes(name) === true;

/** Assigns the property to the function's one working variable, so that every check of it reads a local. */
const property = (name: string, member: Schema, value: Parameters<Walk<SchemaMap>["walk"]>[1], emit: Emit, schema: Schema) => {
  const required = isRequired(schema, name);
  if (emit.isTrivial(member) && !required) return code``;
  const local = emit.fresh(name);
  const key = literal(name);
  const missing = code`${local} === undefined`;
  const assign = code`const ${local} = ${emit.property(value, name)};\n`;
  if (emit.isTrivial(member)) return code`${assign}${emit.reject(missing, fail("failRequired"), key)}`;
  const checks = emit.apply(member, local, key);
  if (!required) return code`${assign}if (${local} !== undefined) {\n${checks}}\n`;
  return emit.mode === "is"
    ? code`${assign}${emit.reject(missing, fail("failRequired"), key)}${checks}`
    : code`${assign}if (${missing}) {\n${emit.reject(code`true`, fail("failRequired"), key)}} else {\n${checks}}\n`;
};

export const properties: Walk<SchemaMap> = {
  name: "properties",
  form: "walk",
  group: "object",
  read: readSchemaMap,
  walk: (data, value, emit, schema) =>
    join([...data].map(([name, member]) => property(name, member, value, emit, schema)), ""),
  holds: (data, value, interpret) =>
    [...data].every(([name, member]) => {
      const found = memberOf(value, name);
      return found === undefined || interpret.holds(member, found);
    }),
};

/** Names that `properties` describes are checked there, where the value is at hand. */
export const required: Walk<readonly string[]> = {
  name: "required",
  form: "walk",
  group: "object",
  read: readNames,
  walk: (data, value, emit, schema) =>
    join(
      data
        .filter((name) => schema.keywords.properties?.has(name) !== true)
        .map((name) => emit.reject(code`${emit.property(value, name)} === undefined`, fail("failRequired"), literal(name))),
      "",
    ),
  holds: (data, value) => data.every((name) => memberOf(value, name) !== undefined),
};

