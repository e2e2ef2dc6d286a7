import { type KeywordName, keywords } from "../keywords/index.js";
import type { Keyword } from "../keywords/keyword.js";
import type { Schema } from "../model/schema.js";
import type { Check } from "./check.js";

const isKeyword = (name: string): name is KeywordName => Object.hasOwn(keywords, name);

const inPlaceOf = (schema: Schema): readonly Schema[] =>
  Object.keys(schema.keywords)
    .filter(isKeyword)
    // each keyword meets only the data that its own `read` made
    .flatMap((name) => (keywords[name] as unknown as Keyword<unknown>).inPlace?.(schema.keywords[name]) ?? []);

/** Each a `$ref` to the next: such a circle was reported when the files were put together. */
const isReferenceCycle = (way: readonly Schema[]): boolean =>
  way.every((one, index) => index === way.length - 1 || one.keywords.$ref?.pointer === way[index + 1]?.pointer);

/** A schema that includes itself without going into its value would never come to an end (2020-12 core §9.4.1). */
export const endlessSchemas: Check = (contract, report) => {
  const settled = new Set<Schema>();

  /** Walks on from the last schema of the way that led there; true when there was a circle. */
  const follow = (schema: Schema, way: readonly Schema[]): boolean => {
    if (settled.has(schema)) return false;
    const start = way.findIndex((one) => one === schema);
    if (start >= 0) {
      if (isReferenceCycle([...way.slice(start), schema])) return true;
      report("schema-endless", {
        message: "the schema includes itself, for the same value",
        at: { pointer: schema.pointer, part: "key" },
        notes: way.slice(start + 1).map((one) => ({ message: "by way of this", target: { pointer: one.pointer } })),
      });
      return true;
    }
    const found = inPlaceOf(schema).map((next) => follow(next, [...way, schema])).some((one) => one);
    settled.add(schema);
    return found;
  };

  // components first: their names are what a reader looks for
  for (const { schema } of contract.schemas) follow(schema, []);
  for (const schema of contract.schemaAt.values()) follow(schema, []);
};
