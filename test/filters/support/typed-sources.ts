import type { FilterSource } from "../../../generator/filters/filter-source.js";
import type { Schema } from "../../../generator/model/schema.js";
import { schemaOf, text } from "./schema.js";
import { names } from "./sources.js";

const integer = schemaOf({ type: ["integer"] });

const format = (name: string): Schema => schemaOf({ type: ["string"], format: { name } });

const list = schemaOf({ type: ["array"], items: text });

const schemas: Readonly<Record<string, Schema>> = {
  integer,
  number: schemaOf({ type: ["number"] }),
  boolean: schemaOf({ type: ["boolean"] }),
  date: format("date"),
  moment: format("date-time"),
  list,
  integers: schemaOf({ type: ["array"], items: integer }),
};

/** typedSources("age integer, age__gt integer, name") : query parameters by name, texts unless a word says otherwise */
export const typedSources = (written: string): readonly FilterSource[] =>
  written.split(", ").flatMap((one, index) => {
    const [name = "", ...words] = one.split(" ");
    const schema = words.map((word) => schemas[word]).find((known) => known !== undefined) ?? text;
    const style = words.includes("csv") ? { explode: false } : {};
    return names(name).map((source) => ({ ...source, pointer: `/parameters/${index}`, schema, required: words.includes("required"), ...style }));
  });
