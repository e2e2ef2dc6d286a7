import { parse } from "yaml";
import type { FilterSource } from "../../../generator/filters/filter-source.js";
import type { SourceValue } from "../../../generator/source/value.js";
import { text } from "./schema.js";

/** sources({ "a": "range", "b": undefined }): query parameters by name, with their `x-filter` as YAML */
export const sources = (parameters: Readonly<Record<string, string | undefined>>): readonly FilterSource[] =>
  Object.entries(parameters).map(([name, filter], index) => ({
    name,
    pointer: `/parameters/${index}`,
    required: false,
    schema: text,
    style: "form",
    explode: true,
    allowReserved: false,
    json: false,
    filter: filter === undefined ? undefined : (parse(filter, { mapAsMap: true }) as SourceValue),
  }));

export const names = (...plain: readonly string[]): readonly FilterSource[] =>
  sources(Object.fromEntries(plain.map((name) => [name, undefined])));
