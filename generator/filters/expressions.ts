import type { FilterExpression } from "../model/filter.js";
import type { FilterSource } from "./filter-source.js";
import { scalarOf } from "./scalar.js";

/** Names under which a whole filter stands in one text. */
const names = /^\$?_?(?:filters?|where|search|rsql|fiql|cql)$/i;

/** What descriptions say of the grammars in which such filters are written. */
const grammars: readonly (readonly [said: RegExp, grammar: string])[] = [
  [/\bscim\b|rfc ?7644/i, "a SCIM filter"],
  [/\bodata\b/i, "an OData expression"],
  [/\brsql\b|\bfiql\b/i, "an RSQL expression"],
  [/\bcql2?\b/i, "a CQL expression"],
  [/\baip[- ]160\b|\bcel\b/i, "a filter expression"],
  [/\bjson\b/i, "a filter in JSON"],
  [/\bexpression\b|\bsyntax\b|\bquery language\b|\s(?:eq|ne|gt|ge|lt|le|co|sw|and|or)\s/, "a filter expression"],
];

const isScim = (sources: readonly FilterSource[]): boolean => {
  const all = new Set(sources.map(({ name }) => name));
  return all.has("startIndex") && all.has("count");
};

const grammarOf = (source: FilterSource, sources: readonly FilterSource[]): string | undefined => {
  const { name, description = "", json, schema } = source;
  if (name === "$filter") return "an OData expression";
  if (!names.test(name)) return undefined;
  if (json) return "a filter in JSON";
  const { list, parse } = scalarOf(schema);
  if (list || parse !== "string" || source.style === "deepObject") return undefined;
  if (name === "filter" && isScim(sources)) return "a SCIM filter";
  return grammars.find(([said]) => said.test(description))?.[1];
};

/** The parameters that hold a whole filter in a grammar of its own. They are left to whoever calls; nothing is read into them. */
export const expressionsIn = (sources: readonly FilterSource[]): readonly FilterExpression[] =>
  sources.flatMap((source): readonly FilterExpression[] => {
    const grammar = source.filter === undefined ? grammarOf(source, sources) : undefined;
    return grammar === undefined ? [] : [{ parameter: source.name, pointer: source.pointer, grammar }];
  });
