import { suggest } from "../diagnostics/suggest.js";
import { layersOf } from "../model/layers.js";
import type { Schema } from "../model/schema.js";
import { placeOf } from "../rules/field-places.js";
import { kindOf, type Rule } from "../rules/index.js";
import type { Check } from "./check.js";

/** The fields that a schema knows, its own and those it takes over; undefined where any name is possible. */
const fieldsOf = (schema: Schema): ReadonlySet<string> | undefined => {
  const layers = layersOf(schema);
  if (layers.some(({ keywords }) => keywords.patternProperties !== undefined)) return undefined;
  return new Set(layers.flatMap(({ keywords }) => [...(keywords.properties?.keys() ?? [])]));
};

const ownerOf = (rule: Rule, schema: Schema): Schema | undefined => {
  if (rule.kind !== "uniqueBy") return schema;
  const items = schema.keywords.items;
  return items?.keywords.$ref?.schema() ?? items;
};

/** A rule must name fields that its object has. An object that lists no field says nothing about names. */
export const ruleFields: Check = (contract, report) => {
  // an object may have as many rules as fields
  const known = new Map<Schema, ReturnType<typeof fieldsOf>>();
  const fieldsOnce = (owner: Schema): ReturnType<typeof fieldsOf> => {
    if (!known.has(owner)) known.set(owner, fieldsOf(owner));
    return known.get(owner);
  };
  for (const schema of contract.schemaAt.values())
    for (const rule of schema.rules) {
      const owner = ownerOf(rule, schema);
      const fields = owner === undefined ? undefined : fieldsOnce(owner);
      if (fields === undefined || fields.size === 0) continue;
      const named = kindOf(rule).fields(rule);
      for (const name of named) {
        if (fields.has(name)) continue;
        // what the rule names already was not meant a second time
        const near = suggest(name, [...fields].filter((field) => !named.includes(field)));
        report("rule-field-unknown", {
          message: `the rule "${kindOf(rule).sentence(rule)}" names the field ${JSON.stringify(name)}, which the object does not have`,
          at: placeOf(rule, name),
          ...(near === undefined ? {} : { hint: `did you mean ${JSON.stringify(near)}?` }),
        });
      }
    }
};
