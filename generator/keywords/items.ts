import { type Code, code, join, mentions } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { Schema } from "../model/schema.js";
import type { Companion, Emit, Walk } from "./keyword.js";
import { itemsOf } from "./member.js";
import { readCount, readSchema, readSchemaList } from "./read.js";
import { fail } from "./runtime.js";

/** for (let index = from; index < value.length; index++) { const item = value[index]; … } */
export const eachItem = (value: Code, from: number, emit: Emit, body: (item: Code, index: Code) => Code): Code => {
  const index = emit.fresh("index");
  const item = emit.fresh("item");
  const checks = body(item, index);
  // a schema that says the same of every item, like `false`, asks for none
  const local = mentions(checks, item) ? code`const ${item}: unknown = ${value}[${index}];\n` : code``;
  return code`for (let ${index} = ${literal(from)}; ${index} < ${value}.length; ${index}++) {
${local}${checks}}
`;
};

const prefixLength = (schema: Schema): number => schema.keywords.prefixItems?.length ?? 0;

/** Items after `prefixItems` (2020-12 core §10.3.1.2). */
export const items: Walk<Schema> = {
  name: "items",
  form: "walk",
  group: "array",
  read: readSchema,
  walk: (data, value, emit, schema) =>
    emit.isTrivial(data)
      ? code``
      : eachItem(value, prefixLength(schema), emit, (item, index) => emit.apply(data, item, index)),
  holds: (data, value, interpret, schema) =>
    itemsOf(value)
      .slice(prefixLength(schema))
      .every((item) => interpret.holds(data, item)),
};

export const prefixItems: Walk<readonly Schema[]> = {
  name: "prefixItems",
  form: "walk",
  group: "array",
  read: readSchemaList,
  walk: (data, value, emit) =>
    join(
      data.map((schema, index) =>
        emit.isTrivial(schema)
          ? code``
          : code`if (${value}.length > ${literal(index)}) {\n${emit.apply(schema, code`${value}[${literal(index)}]`, literal(index))}}\n`,
      ),
      "",
    ),
  holds: (data, value, interpret) =>
    data.every((schema, index) => {
      const item = itemsOf(value)[index];
      return item === undefined || interpret.holds(schema, item);
    }),
};

const atLeast = (schema: Schema): number => schema.keywords.minContains ?? 1;

/** Counts the items that match; `minContains` and `maxContains` work through it (2020-12 validation §6.4.4–5). */
export const contains: Walk<Schema> = {
  name: "contains",
  form: "walk",
  group: "array",
  read: readSchema,
  walk: (data, value, emit, schema) => {
    const least = atLeast(schema);
    const most = schema.keywords.maxContains;
    if (least === 0 && most === undefined) return code``;
    const count = emit.fresh("count");
    const tooFew = schema.keywords.minContains === undefined ? fail("failContains") : fail("failMinContains", literal(least));
    return code`let ${count} = 0;
${eachItem(value, 0, emit, (item) => code`if (${emit.test(data, item)}) ${count}++;\n`)}${
      least === 0 ? code`` : emit.reject(code`${count} < ${literal(least)}`, tooFew)
    }${most === undefined ? code`` : emit.reject(code`${count} > ${literal(most)}`, fail("failMaxContains", literal(most)))}`;
  },
  holds: (data, value, interpret, schema) => {
    const count = itemsOf(value).filter((item) => interpret.holds(data, item)).length;
    return count >= atLeast(schema) && count <= (schema.keywords.maxContains ?? Infinity);
  },
};

export const minContains: Companion<number> = { name: "minContains", form: "companion", group: "array", read: readCount };

export const maxContains: Companion<number> = { name: "maxContains", form: "companion", group: "array", read: readCount };
