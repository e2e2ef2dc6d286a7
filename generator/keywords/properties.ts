import { type Code, code, join } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { Schema } from "../model/schema.js";
import type { Emit, Walk } from "./keyword.js";
import { readNames, readSchemaMap, type SchemaMap } from "./read.js";
import { fail } from "./runtime.js";
import { memberOf } from "./member.js";

/** Schemas behind schemas; what stands deeper is not looked at. */
const reach = 4;

/** Does the schema refuse a value that is not there, so that no question for it is needed? Each schema is asked once, and in a circle it says no. */
const refusesUndefined = (schema: Schema, left = reach, said = new Map<Schema, boolean>()): boolean => {
  const { type, enum: values, const: constant, $ref, allOf, anyOf, oneOf } = schema.keywords;
  if (type !== undefined || values !== undefined || constant !== undefined) return true;
  const known = said.get(schema);
  if (known !== undefined || left === 0) return known ?? false;
  said.set(schema, false);
  const refuses = (one: Schema): boolean => refusesUndefined(one, left - 1, said);
  const answer =
    ($ref !== undefined && refuses($ref.schema())) ||
    allOf?.some(refuses) === true ||
    anyOf?.every(refuses) === true ||
    oneOf?.every(refuses) === true;
  said.set(schema, answer);
  return answer;
};

interface Property {
  readonly name: string;
  readonly member: Schema;
  readonly local: Code;
  readonly required: boolean;
}

const isCheck = ({ member, local, required }: Property, emit: Emit): Code => {
  if (emit.isTrivial(member)) return emit.reject(code`${local} === undefined`, fail("failRequired"));
  const wrong = code`!(${emit.test(member, local)})`;
  if (!required) return emit.reject(code`${local} !== undefined && ${wrong}`, fail("failRequired"));
  return emit.reject(
    refusesUndefined(member) ? wrong : code`${local} === undefined || ${wrong}`,
    fail("failRequired"),
  );
};

const reportCheck = ({ name, member, local, required }: Property, emit: Emit): Code => {
  const key = literal(name);
  const missing = code`${local} === undefined`;
  if (emit.isTrivial(member)) return emit.reject(missing, fail("failRequired"), key);
  const checks = emit.apply(member, local, key);
  if (!required) return code`if (${local} !== undefined) {\n${checks}}\n`;
  return code`if (${missing}) {\n${emit.reject(code`true`, fail("failRequired"), key)}} else {\n${checks}}\n`;
};

/**
 * Every check of a property reads a local, so that the object is asked once. In a block of its own, since minifiers then
 * give all of these locals one name: the checks of many properties are alike to the letter, and compress to a fraction.
 */
const property = (name: string, member: Schema, value: Code, emit: Emit, schema: Schema): Code => {
  const required = schema.keywords.required?.includes(name) === true;
  if (emit.isTrivial(member) && !required) return code``;
  const local = emit.fresh(name);
  const check = emit.mode === "is" ? isCheck : reportCheck;
  return code`{\nconst ${local} = ${emit.property(value, name)};\n${check({ name, member, local, required }, emit)}}\n`;
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
  read: (value, context) => {
    if (typeof value !== "boolean") return readNames(value, context);
    // draft 3 of JSON Schema, still met in the wild
    context.report("keyword-ignored", {
      message: "`required` stands on the object and lists its properties; as true or false it says nothing",
      at: { pointer: context.pointer },
    });
    return undefined;
  },
  walk: (data, value, emit, schema) =>
    join(
      data
        .filter((name) => schema.keywords.properties?.has(name) !== true)
        .map((name) => emit.reject(code`${emit.property(value, name)} === undefined`, fail("failRequired"), literal(name))),
      "",
    ),
  holds: (data, value) => data.every((name) => memberOf(value, name) !== undefined),
};

