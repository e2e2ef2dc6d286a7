import { type Code, code, join } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { Schema } from "../model/schema.js";
import { child } from "../source/pointer.js";
import type { Emit, Walk } from "./keyword.js";
import { membersOf } from "./member.js";
import { isMatch, matchTest, type Pattern, readPattern } from "./pattern.js";
import { readSchema, readSchemaMap, type SchemaMap } from "./read.js";
import { fail } from "./runtime.js";

export type PatternProperties = readonly { readonly pattern: Pattern; readonly schema: Schema }[];

/** for (const key of Object.keys(value)) { const member = value[key]; … } */
export const eachKey = (value: Code, emit: Emit, body: (key: Code, member: Code) => Code): Code => {
  const key = emit.fresh("key");
  const member = emit.fresh("member");
  return code`for (const ${key} of Object.keys(${value})) {
const ${member}: unknown = ${value}[${key}];
if (${member} === undefined) continue;
${body(key, member)}}
`;
};

export const patternProperties: Walk<PatternProperties> = {
  name: "patternProperties",
  form: "walk",
  group: "object",
  read: (value, context) => {
    const schemas = readSchemaMap(value, context);
    return schemas === undefined
      ? undefined
      : [...schemas].flatMap(([source, schema]) => {
          const pattern = readPattern(source, { ...context, pointer: child(context.pointer, source) }, "key");
          return pattern === undefined ? [] : [{ pattern, schema }];
        });
  },
  walk: (data, value, emit) =>
    eachKey(value, emit, (key, member) =>
      join(
        data.map(({ pattern, schema }) => code`if (${matchTest(pattern, key, emit)}) {\n${emit.apply(schema, member, key)}}\n`),
        "",
      ),
    ),
  holds: (data, value, interpret) =>
    membersOf(value).every(([key, member]) =>
      data.every(({ pattern, schema }) => !isMatch(pattern, key) || interpret.holds(schema, member)),
    ),
};

const known = (schema: Schema): readonly string[] => [...(schema.keywords.properties?.keys() ?? [])];

/** Expressions of which one holds for a key that `properties` or `patternProperties` of the schema names. */
export const isKnown = (schema: Schema, key: Code, emit: Emit): readonly Code[] => {
  const names = known(schema);
  const patterns = (schema.keywords.patternProperties ?? []).map(({ pattern }) => matchTest(pattern, key, emit));
  if (names.length > 8)
    return [code`${emit.hoist("known", code`/* @__PURE__ */ new Set<string>(${literal(names)})`)}.has(${key})`, ...patterns];
  return [...names.map((name) => code`${key} === ${literal(name)}`), ...patterns];
};

/** Members that neither `properties` nor `patternProperties` of the same schema name (2020-12 core §10.3.2.3). */
export const additionalProperties: Walk<Schema> = {
  name: "additionalProperties",
  form: "walk",
  group: "object",
  read: readSchema,
  walk: (data, value, emit, schema) => {
    if (emit.isTrivial(data)) return code``;
    return eachKey(value, emit, (key, member) => {
      const skip = isKnown(schema, key, emit);
      const skipping = skip.length === 0 ? code`` : code`if (${join(skip, " || ")}) continue;\n`;
      const checks =
        data.always === false
          ? emit.reject(code`true`, fail("failAdditionalProperties"), key)
          : emit.apply(data, member, key);
      return code`${skipping}${checks}`;
    });
  },
  holds: (data, value, interpret, schema) =>
    membersOf(value).every(
      ([key, member]) =>
        known(schema).includes(key) ||
        (schema.keywords.patternProperties ?? []).some(({ pattern }) => isMatch(pattern, key)) ||
        interpret.holds(data, member),
    ),
};

export const propertyNames: Walk<Schema> = {
  name: "propertyNames",
  form: "walk",
  group: "object",
  read: readSchema,
  walk: (data, value, emit) =>
    emit.isTrivial(data)
      ? code``
      : eachKey(value, emit, (key) => {
          if (data.always === false) return emit.reject(code`true`, fail("failPropertyNames"), key);
          // tests are written for values of any type, and would not compile for one that is known to be a string
          const name = emit.fresh("name");
          return code`const ${name}: unknown = ${key};\n${emit.reject(code`!(${emit.test(data, name)})`, fail("failPropertyNames"), key)}`;
        }),
  holds: (data, value, interpret) => membersOf(value).every(([key]) => interpret.holds(data, key)),
};

export const dependentSchemas: Walk<SchemaMap> = {
  name: "dependentSchemas",
  form: "walk",
  group: "object",
  read: readSchemaMap,
  inPlace: (data) => [...data.values()],
  walk: (data, value, emit) =>
    join(
      [...data].map(
        ([name, schema]) => code`if (${emit.property(value, name)} !== undefined) {\n${emit.apply(schema, value)}}\n`,
      ),
      "",
    ),
  holds: (data, value, interpret) =>
    [...data].every(([name, schema]) => !membersOf(value).some(([key]) => key === name) || interpret.holds(schema, value)),
};

